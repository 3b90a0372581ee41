import fc from 'fast-check';
import { MINUTE_MS } from '@/lib/time';

/*
 * Random tables of Huckleberry, which has every kind of row, around nights in which clocks change.
 */

const ZONES = [
  ['Europe/Paris', '2026-10-24'],
  ['Europe/Paris', '2026-03-27'],
  ['America/St_Johns', '2026-10-30'],
  ['Australia/Lord_Howe', '2026-04-03'],
  ['Africa/Cairo', '2026-10-28'],
  ['UTC', '2026-05-01'],
] as const;

interface RandomRow {
  type: string;
  minute: number;
  minutes: number | null;
  duration: boolean;
  by: string;
  note: string;
}

const NOTES = ['', '', 'calm', '2.5', 'a "quote", and\\nmore'];

const row: fc.Arbitrary<RandomRow> = fc.record({
  type: fc.constantFrom(
    'Sleep',
    'Sleep',
    'Sleep',
    'Sleep',
    'Feed',
    'Diaper',
    'Meds',
    'Temp',
    'Pump',
    'Bath',
    'Potty',
    '',
  ),
  // Four days, most of the rows in their nights.
  minute: fc.oneof(fc.integer({ min: 0, max: 4 * 1440 }), fc.integer({ min: 1140, max: 1900 })),
  minutes: fc.oneof(fc.integer({ min: -5, max: 400 }), fc.constantFrom(0, 1, 2, 1000, null)),
  duration: fc.boolean(),
  by: fc.constantFrom('Mum', 'Dad', ''),
  note: fc.constantFrom(...NOTES),
});

/** Sleeps that tell a night from end to end, with a gap of each of these lengths in minutes. */
const wholeNight = fc
  .record({ day: fc.integer({ min: 0, max: 3 }), gaps: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }) })
  .map(({ day, gaps }) => {
    const begin = day * 1440 + 1200;
    const length = Math.floor(660 / (gaps.length + 1));
    return [0, ...gaps].map((gap, index): RandomRow => {
      const minute = begin + index * length + gap;
      const minutes = begin + (index + 1) * length - minute;
      return { type: 'Sleep', minute, minutes, duration: false, by: index % 2 === 0 ? 'Mum' : 'Dad', note: '' };
    });
  });

export const scene = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    rows: fc.array(row, { minLength: 1, maxLength: 40, size: 'max' }),
    nights: fc.array(wholeNight, { maxLength: 2 }),
    /** Rows that are there once more, with another note. */
    again: fc.array(fc.record({ index: fc.nat(), note: fc.constantFrom(...NOTES) }), { maxLength: 3 }),
    /** How many nights after the first one a log of one's own begins. */
    ownAfter: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ zone, rows, nights, again, ownAfter }) => {
    const all = [...rows, ...nights.flat()];
    const repeated = again.map(({ index, note }) => ({ ...(all[index % all.length] as RandomRow), note }));
    return { zone, rows: [...all, ...repeated], ownAfter };
  });

const two = (value: number) => String(value).padStart(2, '0');

/** A time as a wall shows it, whether or not that wall has it. */
function wallText(firstDay: string, minute: number): string {
  const at = new Date(Date.parse(`${firstDay}T00:00:00Z`) + minute * MINUTE_MS).toISOString();
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

export function lineOf({ type, minute, minutes, duration, by, note }: RandomRow, firstDay: string): string {
  const end = type === 'Sleep' && minutes !== null ? wallText(firstDay, minute + minutes) : '';
  const length =
    duration && minutes !== null && minutes >= 0 ? `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` : '';
  const condition = type === 'Temp' ? `${36 + (minute % 70) / 10}°C` : type === 'Meds' ? '2.5ml' : '';
  const place = type === 'Meds' ? 'Paracetamol' : '';
  return [type, wallText(firstDay, minute), end, length, condition, place, '', note, by].map(quoted).join(',');
}

export const HEADING = 'Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes,Logged By';
export const fileOf = (lines: readonly string[], name = 'all.csv') => ({
  name,
  bytes: new TextEncoder().encode([HEADING, ...lines].join('\n')),
});
