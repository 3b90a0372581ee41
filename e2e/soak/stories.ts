import { otherChild, otherSide } from './acts';
import type { Script } from './script';

/*
 * How one wake-up goes while the phones hear each other, or on one of them alone. A story ends when
 * the child sleeps.
 */

export type Story = (script: Script) => void;

const SECOND_MS = 1000;

/** The child sleeps again before the grace is over. */
const falseAlarm: Story = (script) => {
  const { child } = script.scene;
  script.tap({ tap: 'woke', child }).wait(6, 25).tap({ tap: 'settledAlone', child });
};

/** Nobody says that they are up, and after some minutes it is over. */
const nobodyUp: Story = (script) => {
  const { child } = script.scene;
  script.tap({ tap: 'woke', child }).wait(150, 900).tap({ tap: 'settled', child }).maybeUndo();
};

/** Whoever holds the phone goes in during the grace. */
const goIn: Story = (script) => {
  const { child } = script.scene;
  script.tap({ tap: 'woke', child }).maybeUndo().wait(5, 12).tap({ tap: 'goIn' }).care();
  script.wait(60, 1500).tap({ tap: 'settled', child }).maybeUndo();
};

/** Dad is woken after the grace, and comes. */
const dadComes: Story = (script) => {
  const { child } = script.scene;
  script.tap({ tap: 'woke', child }).wait(36, 80).tap({ tap: 'up', who: 'Dad' }).care();
  script.wait(60, 1500).tap({ tap: 'settled', child });
};

/** Dad does not wake, or says that he cannot, or gives no answer at all; so Mum gets up. */
const mumComes: Story = (script) => {
  const { child, random, startsAt } = script.scene;
  script.tap({ tap: 'woke', child });
  if (random.chance(0.6)) {
    script.wait(36, 80);
    script.tap({ tap: script.side === 'his' ? 'cannot' : 'noAnswer', who: 'Dad' }).wait(8, 40);
  } else {
    script.wait(5, 6);
    script.at = startsAt + random.integer(95, 160) * SECOND_MS;
  }
  script.tap({ tap: 'up', who: 'Mum' }).care().wait(60, 1500).tap({ tap: 'settled', child });
};

/** The fix does not hold. */
const awakeAgain: Story = (script) => {
  const { child } = script.scene;
  goIn(script);
  script.wait(60, 500).tap({ tap: 'awakeAgain', child }).wait(5, 20).tap({ tap: 'goIn' }).care();
  script.wait(60, 1200).tap({ tap: 'settled', child });
};

/** The other child wakes, too, and sleeps first. */
const bothAwake: Story = (script) => {
  const { child, otherWakeUp } = script.scene;
  const other = otherChild(child);
  script.tap({ tap: 'woke', child }).wait(5, 12).tap({ tap: 'goIn' });
  script.wait(60, 300).tap({ tap: 'woke', child: other }, otherWakeUp);
  script.wait(60, 400).tap({ tap: 'settled', child: other }, otherWakeUp);
  script.wait(20, 500).tap({ tap: 'settled', child });
};

export const STORIES: readonly (readonly [Story, number])[] = [
  [falseAlarm, 1],
  [nobodyUp, 2],
  [goIn, 4],
  [dadComes, 3],
  [mumComes, 3],
  [awakeAgain, 2],
  [bothAwake, 2],
];

/** Begins some minutes before the clocks change, and ends after it. */
export const acrossTheChange: Story = (script) => {
  const { child } = script.scene;
  script.tap({ tap: 'woke', child }).wait(5, 12).tap({ tap: 'goIn' });
  script.wait(200, 400).tap({ tap: 'remedy', remedy: 'Feed' }).wait(200, 900).tap({ tap: 'settled', child });
};

/** Nobody taps the end: it is told in the morning. */
export const forgotten: Story = (script) => {
  const { child } = script.scene;
  script.tap({ tap: 'woke', child }).wait(5, 12).tap({ tap: 'goIn' }).wait(60, 300).tap({ tap: 'done' });
};

/** A phone loses the network in the midst, and what both say of the wake-up meets later. */
export const cutInTheMidst: Story = (script) => {
  const { child, side } = script.scene;
  script.tap({ tap: 'woke', child }).wait(5, 12).tap({ tap: 'goIn' });
  const away = otherSide(side);
  script.event('cut', away);
  script.side = away;
  script.wait(60, 300).tap({ tap: 'remedy', remedy: 'Song' });
  script.side = side;
  script.wait(60, 300).tap({ tap: 'remedy', remedy: 'Water' });
  script.wait(60, 600).event('mend', away);
  script.wait(20, 60).tap({ tap: 'settled', child });
};

/** Both tap without a network: two wake-ups of one child are open, and become one. */
export const twoTruths: Story = (script) => {
  const { child, side, random } = script.scene;
  const other = otherSide(side);
  script.event('cut', side).event('cut', other).tap({ tap: 'woke', child });
  script.side = other;
  script.wait(3, 40).tap({ tap: 'woke', child }).wait(5, 12).tap({ tap: 'goIn' });
  if (random.chance(0.5)) script.wait(60, 200).tap({ tap: 'remedy', remedy: 'Cuddle' });
  script.wait(20, 400).event('mend', side).event('mend', other);
  script.side = random.chance(0.5) ? side : other;
  script.wait(20, 600).tap({ tap: 'settled', child });
};
