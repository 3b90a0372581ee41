import { createDetected, createNote } from '@/domain/timeline/createEntry';
import type { NightContext } from './simulationContext';
import type { TimelineBuilder } from './timelineBuilder';
import type { CaregiverRole } from './types';
import { primaryAt, wakeCaregiver } from './wakeCaregiver';

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
export function simulateAnsweredCry(story: TimelineBuilder, scene: NightContext, double: boolean): CaregiverRole {
  const { random, words } = scene;
  const listener = simulateCry(story, scene, double);
  const grace = scene.family.household.graceSeconds;
  story.wait(random, [grace, grace + 15]);
  const caregiver = wakeCaregiver(story, scene, listener);
  const text = random.chance(NOTE_WRITTEN) ? random.pick(words.notes) : undefined;
  if (text !== undefined) story.addEntry((moment) => createNote(moment, text));
  return caregiver;
}

/** Nobody tapped anything: it was written down over coffee, and its times are guesses. */
export function simulateRememberedCry(story: TimelineBuilder, scene: NightContext): CaregiverRole {
  const caregiver = scene.random.chance(MOTHER_REMEMBERS) ? 'mother' : 'partner';
  story.addEntry((moment) => createDetected(moment, scene.family.caregivers[caregiver].id, 'backfill'));
  story.addUp(caregiver);
  return caregiver;
}

/** Who hears the cry and taps. Nobody, when it came in by the cot's own link. */
export function simulateCry(story: TimelineBuilder, scene: NightContext, double: boolean): CaregiverRole | null {
  const { random, family, busyUntil } = scene;
  const evening = story.at < scene.partnerUpUntil;
  const busy = busyUntil.mother > story.at ? 'mother' : busyUntil.partner > story.at ? 'partner' : null;
  const heard = evening
    ? random.weighted(HEARS_IN_THE_EVENING)
    : random.weighted<CaregiverRole | null>([...HEARS_AT_NIGHT, [primaryAt(scene, story.at), PRIMARY_HEARS]]);
  const listener = (double ? busy : null) ?? heard;
  const via = listener === null || random.chance(BY_SHORTCUT) ? 'shortcut' : 'tap';
  story.addEntry((moment) => createDetected(moment, listener && family.caregivers[listener].id, via));
  if (listener) story.addUp(listener);
  return listener;
}
