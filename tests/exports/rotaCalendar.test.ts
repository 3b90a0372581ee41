import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { nightWindow } from '@/domain/night';
import { dutyLookup, onCallOf } from '@/domain/rota';
import type { Household, Shift } from '@/domain/rows/household';
import { formatText } from '@/exports/calendar/contentLines';
import { CALENDAR_NIGHTS, type PlannedRota, rotaCalendar } from '@/exports/calendar/rotaCalendar';
import type { Language } from '@/i18n/translator';
import { loadTranslation, type Translation } from '@/i18n/useTranslation';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { addDays, wallClockAt } from '@/lib/zone';
import { at, DAD, dad, day, household, MUM, mum, nightRow, toWallTime } from '../support/factories';

/** Loads the words, the messages of the day included. */
async function wordsOf(language: Language): Promise<Translation> {
  const words = await loadTranslation(language, []);
  await words.loadDayMessages();
  return words;
}
const WORDS = { en: await wordsOf('en'), fr: await wordsOf('fr') };

const NOW = at('2026-11-16 10:00');
const FIRST = day('2026-11-16');

const shift = (primary: string, secondary: string | null = null, handoverAt: string | null = null): Shift => ({
  primary,
  secondary,
  handoverAt: handoverAt === null ? null : toWallTime(handoverAt),
});
const withSlots = (slots: Shift[], more: Partial<Household> = {}): PlannedRota => ({
  household: household({ rotation: { anchor: FIRST, slots }, since: at('2026-11-01 10:00'), ...more }),
  caregivers: [dad, mum],
  nights: [],
});

/** Reads a calendar file with a library of calendars. Strict: it refuses what is not RFC 5545. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      from: event.startDate.toJSDate().getTime() as Instant,
      to: event.endDate.toJSDate().getTime() as Instant,
      // French has a no-break space before a colon.
      summary: event.summary.replaceAll('\u00a0', ' '),
      description: event.description?.replaceAll('\u00a0', ' '),
    };
  });
}
const eventsOf = (rota: PlannedRota, { first = FIRST, now = NOW, words = WORDS.en } = {}) =>
  read(rotaCalendar(rota, { first, now }, words));

/** "Mon 20:00 to 07:00 On call: Mum" of the first events, on the clock of Paris. */
const saidOf = (rota: PlannedRota, count: number, timeZone = 'Europe/Paris') =>
  eventsOf(rota)
    .slice(0, count)
    .map(({ from, to, summary, description }) => {
      const [start, end] = [wallClockAt(from, timeZone), wallClockAt(to, timeZone)];
      return [`${start.day} ${start.time} – ${end.time}`, summary, description].filter(Boolean).join(', ');
    });

describe('the rota as a calendar file', () => {
  it('has one event a night, for eight weeks', () => {
    const rota = withSlots([shift(MUM), shift(DAD, MUM)]);
    expect(eventsOf(rota)).toHaveLength(CALENDAR_NIGHTS);
    expect(saidOf(rota, 3)).toEqual([
      '2026-11-16 20:00 – 07:00, On call: Mum',
      '2026-11-17 20:00 – 07:00, On call: Dad, Backup: Mum',
      '2026-11-18 20:00 – 07:00, On call: Mum',
    ]);
  });

  it('has two where one hands over to the other', () => {
    expect(saidOf(withSlots([shift(DAD, MUM, '03:00')]), 2)).toEqual([
      '2026-11-16 20:00 – 03:00, On call: Dad, Backup: Mum',
      '2026-11-17 03:00 – 07:00, On call: Mum, Backup: Dad',
    ]);
  });

  it('has none for the part of a night that nobody has', () => {
    expect(saidOf(withSlots([shift(DAD, null, '03:00')]), 2)).toEqual([
      '2026-11-16 20:00 – 03:00, On call: Dad',
      '2026-11-17 20:00 – 03:00, On call: Dad',
    ]);
  });

  it('follows a hand-over outside the hours of the night: one of the two has it all', () => {
    expect(saidOf(withSlots([shift(DAD, MUM, '19:00')]), 1)).toEqual([
      '2026-11-16 20:00 – 07:00, On call: Mum, Backup: Dad',
    ]);
    expect(saidOf(withSlots([shift(DAD, MUM, '08:00')]), 1)).toEqual([
      '2026-11-16 20:00 – 07:00, On call: Dad, Backup: Mum',
    ]);
  });

  it('follows what was arranged for one night alone', () => {
    const rota = withSlots([shift(MUM)]);
    const arranged = nightRow({ id: day('2026-11-17'), onCall: shift(DAD, MUM) });
    expect(saidOf({ ...rota, nights: [arranged] }, 3)).toEqual([
      '2026-11-16 20:00 – 07:00, On call: Mum',
      '2026-11-17 20:00 – 07:00, On call: Dad, Backup: Mum',
      '2026-11-18 20:00 – 07:00, On call: Mum',
    ]);
  });

  it('is right on the night when the clocks go back: twelve hours from 20:00 to 07:00', () => {
    const rota = withSlots([shift(DAD, MUM, '03:30')]);
    const [first, second] = eventsOf(rota, { first: day('2026-10-24') });
    expect(first?.to).toBe(Date.parse('2026-10-25T02:30:00Z'));
    expect(((second?.to ?? 0) - (first?.from ?? 0)) / (60 * MINUTE_MS)).toBe(12);
  });

  it('speaks French', () => {
    expect(eventsOf(withSlots([shift(MUM, DAD)]), { words: WORDS.fr })[0]).toMatchObject({
      summary: 'D’astreinte : Mum',
      description: 'En renfort : Dad',
    });
  });

  it('is a calendar without events where there is no rota', () => {
    expect(eventsOf({ household: household(), caregivers: [], nights: [] })).toEqual([]);
  });

  it('names a caregiver who is gone without a name of their own', () => {
    expect(eventsOf(withSlots([shift('gone')]))[0]?.summary).toBe('On call: somebody');
  });

  it('replaces the events of an earlier file: the same UIDs, a higher sequence', () => {
    const rota = withSlots([shift(DAD, MUM, '03:00')]);
    const [before, after] = [eventsOf(rota), eventsOf(rota, { now: (NOW + MINUTE_MS) as Instant })];
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(new Set(before.map(({ uid }) => uid)).size).toBe(before.length);
    expect(after[0]?.sequence).toBe((before[0]?.sequence ?? 0) + 1);
    // Another household does not replace them.
    const other = withSlots([shift(DAD, MUM, '03:00')], { since: at('2026-11-02 10:00') });
    const uids = new Set(before.map(({ uid }) => uid));
    expect(eventsOf(other).some(({ uid }) => uids.has(uid))).toBe(false);
  });
});

describe('the lines of the file', () => {
  const LONG = { ...mum, name: 'Großmutter «Öma» 🌝🌝🌝🌝🌝🌝, die; mit \\ und 🌝🌝🌝🌝🌝🌝🌝🌝🌝🌝' };

  it('have at most 75 octets, end as they must, and cut no letter in two', () => {
    const text = rotaCalendar({ ...withSlots([shift(MUM)]), caregivers: [LONG] }, { first: FIRST, now: NOW }, WORDS.fr);
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBe(75);
    expect(text).not.toMatch(/[^\r]\n|\ufffd/);
    expect(read(text)[0]?.summary).toBe(`D’astreinte : ${LONG.name}`);
  });

  it('escape what a person wrote', () => {
    expect(formatText('a, b; c\\d\r\ne\u0007f')).toBe('a\\, b\\; c\\\\d\\ne f');
  });

  it('give back any name', () => {
    const names = fc
      .string({ unit: 'binary', maxLength: 60 })
      .map((name) => name.replace(/\p{Cc}|\p{Cs}|\u00a0/gu, '') || '-');
    fc.assert(
      fc.property(names, (name) => {
        const rota = { ...withSlots([shift(MUM)]), caregivers: [{ ...mum, name }] };
        expect(eventsOf(rota)[0]?.summary).toBe(`On call: ${name}`);
      }),
      { numRuns: 15 },
    );
  });
});

const SETTINGS = [
  { timeZone: 'Europe/Paris', first: day('2026-10-20') },
  { timeZone: 'America/New_York', first: day('2027-02-20') },
  { timeZone: 'Africa/Cairo', first: day('2026-10-01') },
  { timeZone: 'Australia/Lord_Howe', first: day('2026-09-10') },
];

describe('of any rota', () => {
  it('at every hour of every night the event says who is on call, and no event says it elsewhere', () => {
    const person = fc.constantFrom(MUM, DAD);
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
    const shifts = fc
      .tuple(person, fc.boolean(), fc.option(time))
      .map(([primary, isBacked, handoverAt]) =>
        shift(primary, isBacked ? (primary === MUM ? DAD : MUM) : null, handoverAt),
      );
    fc.assert(
      fc.property(
        fc.constantFrom(...SETTINGS),
        fc.array(shifts, { minLength: 1, maxLength: 4 }),
        fc.dictionary(fc.nat(CALENDAR_NIGHTS - 1).map(String), shifts, { maxKeys: 4 }),
        time,
        time,
        ({ timeZone, first }, slots, arranged, nightStart, nightEnd) => {
          fc.pre(nightStart !== nightEnd);
          const nights = Object.entries(arranged).map(([index, onCall]) =>
            nightRow({ id: addDays(first, Number(index)), onCall }),
          );
          const hours = { nightStart: toWallTime(nightStart), nightEnd: toWallTime(nightEnd) };
          const rota = { ...withSlots(slots, { timeZone, ...hours }), nights };
          const events = eventsOf(rota, { first });
          let expectedMs = 0;
          for (let index = 0; index < CALENDAR_NIGHTS; index += 1) {
            const night = addDays(first, index);
            const row = nights.find(({ id }) => id === night) ?? null;
            const planned = onCallOf({ night, row }, rota.household);
            if (!planned) continue;
            const { start, end } = nightWindow(night, rota.household);
            const dutyAt = dutyLookup(planned, night, rota.household);
            const ofNight = events.filter(({ from, to }) => from < end && to > start);
            const [said, wanted]: [string[], string[]] = [[], []];
            for (let moment = start; moment < end; moment = (moment + 15 * MINUTE_MS) as Instant) {
              const { primary } = dutyAt(moment);
              const running = ofNight.filter(({ from, to }) => from <= moment && moment < to);
              said.push(running.map(({ summary }) => summary).join(' and '));
              wanted.push(primary === null ? '' : `On call: ${primary === MUM ? 'Mum' : 'Dad'}`);
              if (primary !== null) expectedMs += 15 * MINUTE_MS;
            }
            expect(said).toEqual(wanted);
          }
          expect(events.reduce((sum, { from, to }) => sum + (to - from), 0)).toBe(expectedMs);
        },
      ),
      { numRuns: 25 },
    );
  });
});
