import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NightStrip } from '@/components/NightStrip';
import { awakeStretches } from '@/domain/awakeStretches';
import type { Incident } from '@/domain/rows/incident';
import { DAD, entry, incident, leo, MUM, tonightAt, wakeUp, ZOE, zoe } from '../support/factories';
import { startWith } from '../support/screen';

const window = { start: tonightAt('20:00'), end: tonightAt('07:00') };

/** Draws a strip, and returns its lanes: the initial, and the people of each stretch. */
async function drawnLanes(incidents: Incident[], children = [leo]) {
  const stretches = awakeStretches(incidents, window, () => window.end);
  await startWith(<NightStrip window={window} stretches={stretches} lanes={children} now={null} label="the night" />);
  return [...screen.getByRole('img', { name: 'the night' }).children].map((lane) => [
    lane.getAttribute('data-initial'),
    [...lane.children].map((stretch) =>
      [...stretch.querySelectorAll('i')].map((person) => person.style.getPropertyValue('--person')),
    ),
  ]);
}

describe('the strip of a night', () => {
  it('draws each stretch in the colour of the caregiver who was up', async () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:45', { by: DAD }),
      entry('acknowledged', '02:50', { by: MUM }),
      entry('stoodDown', '02:55', { by: DAD }),
      entry('resolved', '03:03'),
    ];
    // Nobody, Dad, both, Mum. One child needs no initial.
    expect(await drawnLanes([incident(timeline)])).toEqual([
      [null, [[], ['var(--c-teal)'], ['var(--c-teal)', 'var(--c-purple)'], ['var(--c-purple)']]],
    ]);
  });

  it('has a lane with an initial for each of two children, in the order it is given', async () => {
    expect(await drawnLanes([wakeUp('02:43', '03:03', { childId: ZOE })], [leo, zoe])).toEqual([
      ['L', []],
      ['Z', [[]]],
    ]);
  });

  it('tells people apart without colours, by a pattern for each', async () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:43', { by: DAD }),
      entry('acknowledged', '02:43', { by: MUM }),
      entry('resolved', '03:03'),
    ];
    await drawnLanes([incident(timeline)]);
    const patterns = [...document.querySelectorAll('[data-pattern]')].map((mark) => mark.getAttribute('data-pattern'));
    expect(new Set(patterns).size).toBe(2);
  });
});
