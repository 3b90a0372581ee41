import { nightWindow } from '@/domain/night';
import { type Duty, dutyLookup, handoverOf, onCallOf } from '@/domain/rota';
import type { Caregiver, Household } from '@/domain/rows/household';
import type { NightRow } from '@/domain/rows/others';
import type { Translation } from '@/i18n/useTranslation';
import { type Day, type Instant, type Interval, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { formatLines, formatText, formatUtc } from './contentLines';

/** The nights of a calendar file: the coming eight weeks. */
export const CALENDAR_NIGHTS = 56;

export interface PlannedRota {
  household: Household;
  /** All caregivers, including deleted ones, who may still be in the rotation. */
  caregivers: readonly Caregiver[];
  /** The rows of the nights that are not marked deleted. */
  nights: readonly NightRow[];
}

/** A part of a night with one caregiver on call. */
interface Watch extends Interval {
  /**
   * The same for the same part of the same night, in each file of this household. Two households
   * differ by the moment at which they were set up.
   */
  uid: string;
  duty: Duty & { primary: string };
}

/**
 * Returns the rota as a calendar file (RFC 5545): one event a night from the first night on, or two
 * if there is a hand-over within its hours. What was arranged for one night alone counts. A night
 * or a part of it without anybody on call has no event; without any event the file is still valid.
 *
 * Each event keeps its UID and gets a higher SEQUENCE with each file, so that a calendar that takes
 * in a later file replaces the events it has. An event that is no longer in the file stays there.
 * Events leave the caregiver free: on call is not busy.
 */
export function rotaCalendar(
  rota: PlannedRota,
  { first, now }: { first: Day; now: Instant },
  { t }: Pick<Translation, 't'>,
): string {
  const nights = Array.from({ length: CALENDAR_NIGHTS }, (_, index) => addDays(first, index));
  const nameOf = (id: string) => rota.caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');
  const eventOf = ({ from, to, uid, duty: { primary, secondary } }: Watch): string[] => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${formatUtc(now)}`,
    `SEQUENCE:${Math.floor(now / MINUTE_MS)}`,
    `DTSTART:${formatUtc(from)}`,
    `DTEND:${formatUtc(to)}`,
    `SUMMARY:${formatText(t('exporting.calendar.onCall', { name: nameOf(primary) }))}`,
    ...(secondary === null
      ? []
      : [`DESCRIPTION:${formatText(t('exporting.calendar.backup', { name: nameOf(secondary) }))}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
  return formatLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//InfernalOps//Rota//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${formatText(t('exporting.calendar.title'))}`,
    ...nights.flatMap((night) => watchesOf(night, rota)).flatMap(eventOf),
    'END:VCALENDAR',
  ]);
}

/** Returns the parts of a night in which somebody is on call, by the household's own hours. */
function watchesOf(night: Day, { household, nights }: PlannedRota): Watch[] {
  const row = nights.find(({ id }) => id === night) ?? null;
  const shift = onCallOf({ night, row }, household);
  if (!shift) return [];
  const { start, end } = nightWindow(night, household);
  const handover = handoverOf(shift, night, household);
  const dutyAt = dutyLookup(shift, night, household);
  const parts =
    handover !== null && start < handover && handover < end
      ? [
          { from: start, to: handover },
          { from: handover, to: end },
        ]
      : [{ from: start, to: end }];
  return parts.flatMap(({ from, to }, index) => {
    const { primary, secondary } = dutyAt(from);
    const uid = `on-call-${night}-${index + 1}-${household.since ?? 0}@infernalops`;
    return primary === null ? [] : [{ from, to, uid, duty: { primary, secondary } }];
  });
}
