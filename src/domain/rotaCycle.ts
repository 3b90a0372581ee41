import type { Day, Instant, WallTime } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { type NightHours, nightOf, nightWindow } from './night';
import { handoverOf, isSameShift, type Rotation, slotIn } from './rota';
import type { Shift } from './rows/household';
import type { NightRow } from './rows/others';

/* What a rota is arranged with by day. Tonight does without it, so it is not loaded before the first tap. */

/** The same rotation, told from a night on: its first slot is that night's. What is added or taken out then shifts no night before. */
export function cycleFrom(rotation: Rotation, night: Day): Rotation {
  const first = slotIn(rotation, night);
  return { anchor: night, slots: [...rotation.slots.slice(first), ...rotation.slots.slice(0, first)] };
}

/**
 * The rotation with somebody in another one's place. Whoever would back themselves up has nobody, and hands over to nobody; if every
 * night then is the same, the cycle is one night long.
 */
export function withReplaced({ anchor, slots }: Rotation, gone: string, by: string): Rotation {
  const place = <T>(id: T) => (id === gone ? by : id);
  const replaced = slots.map((slot): Shift => {
    const [primary, secondary] = [place(slot.primary), place(slot.secondary)];
    return primary === secondary
      ? { primary, secondary: null, handoverAt: null }
      : { primary, secondary, handoverAt: slot.handoverAt };
  });
  const [first] = replaced;
  return { anchor, slots: first && replaced.every((slot) => isSameShift(slot, first)) ? [first] : replaced };
}

/** Whether a hand-over lies within a night: outside it, it would quietly swap the whole night, or nothing. */
export function isHandoverIn(night: Day, handoverAt: WallTime, hours: NightHours): boolean {
  const { start, end } = nightWindow(night, hours);
  const handover = handoverOf({ primary: '', secondary: null, handoverAt }, night, hours.timeZone);
  return handover !== null && handover > start && handover < end;
}

/** The night a rota is asked about: the one that runs or begins today, and once it is over, the next. */
export function comingNight(hours: NightHours, row: NightRow | null, now: Instant): Day {
  const night = nightOf(now, hours.timeZone);
  const ofThisNight = row?.id === night ? row : null;
  return now < nightWindow(night, hours, ofThisNight).end ? night : addDays(night, 1);
}
