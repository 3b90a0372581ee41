import { detected, noted } from '@/domain/timeline/make';
import { primaryAt, rouse } from './rouse';
import type { Scene } from './scene';
import type { Story } from './story';
import type { CaregiverPart } from './types';

/* Who heard the cry, and so who holds the phone. */

const NOTE_WRITTEN = 0.07;
const BY_SHORTCUT = 0.1;
/** What was not tapped at night is mostly remembered by who was up. */
const MOTHER_REMEMBERS = 0.8;
const HEARS_IN_THE_EVENING = [
  ['partner', 6],
  ['mother', 4],
] as const;
/** Of ten cries, six wake the mother, two only the link on the cot, and two whoever is on call. */
const HEARS_AT_NIGHT = [
  ['mother', 6],
  [null, 2],
] as const;
const PRIMARY_HEARS = 2;

/** The usual way: heard, thirty seconds of grace, somebody comes, and a line may be written. */
export function answered(story: Story, scene: Scene, double: boolean): CaregiverPart {
  const { random, words } = scene;
  const listener = hears(story, scene, double);
  const grace = scene.cast.household.graceSeconds;
  story.wait(random, [grace, grace + 15]);
  const caregiver = rouse(story, scene, listener);
  const text = random.chance(NOTE_WRITTEN) ? random.pick(words.notes) : undefined;
  if (text !== undefined) story.say((moment) => noted(moment, text));
  return caregiver;
}

/** Nobody tapped anything: it was written down over coffee, and its times are guesses. */
export function remembered(story: Story, scene: Scene): CaregiverPart {
  const caregiver = scene.random.chance(MOTHER_REMEMBERS) ? 'mother' : 'partner';
  story.say((moment) => detected(moment, scene.cast.caregivers[caregiver].id, 'backfill'));
  story.hears(caregiver);
  return caregiver;
}

/** Who hears the cry and taps. Nobody, when it came in by the cot's own link. */
export function hears(story: Story, scene: Scene, double: boolean): CaregiverPart | null {
  const { random, cast, busyUntil } = scene;
  const evening = story.at < scene.partnerUpUntil;
  const busy = busyUntil.mother > story.at ? 'mother' : busyUntil.partner > story.at ? 'partner' : null;
  const heard = evening
    ? random.weighted(HEARS_IN_THE_EVENING)
    : random.weighted<CaregiverPart | null>([...HEARS_AT_NIGHT, [primaryAt(scene, story.at), PRIMARY_HEARS]]);
  const listener = (double ? busy : null) ?? heard;
  const via = listener === null || random.chance(BY_SHORTCUT) ? 'shortcut' : 'tap';
  story.say((moment) => detected(moment, listener && cast.caregivers[listener].id, via));
  if (listener) story.hears(listener);
  return listener;
}
