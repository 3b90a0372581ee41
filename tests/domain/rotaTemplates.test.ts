import { describe, expect, it } from 'vitest';
import { onCallOf, overrideOf, peopleOf, type Rotation, swapped } from '@/domain/rota';
import { comingNight, isHandoverIn, reanchorRotation, replacePerson, shiftsToKeep } from '@/domain/rotaCycle';
import { detectPlan, type RotaPlan, rotationOf, TEMPLATES } from '@/domain/rotaTemplates';
import { addDays } from '@/lib/zone';
import { at, DAD, day, MUM, nightRow, PARIS, tonightAt, toWallTime } from '../support/factories';

const GRAN = 'gran';
/** 16 November 2026 is a Monday. */
const MONDAY = day('2026-11-16');

const plan = (more: Partial<RotaPlan> = {}): RotaPlan => ({
  template: 'nights',
  anchor: MONDAY,
  order: [MUM, DAD],
  handoverAt: null,
  ...more,
});

/** Returns the initials of who has the nights from `from` on. */
const nights = (rotation: Rotation, from: string, count: number) =>
  Array.from({ length: count }, (_, i) => {
    const shift = onCallOf({ night: addDays(day(from), i), row: null }, { rotation });
    return shift?.primary.at(0)?.toUpperCase();
  }).join('');

describe('rotationOf', () => {
  it('alternates nights', () => {
    expect(rotationOf(plan())).toEqual({
      anchor: '2026-11-16',
      slots: [
        { primary: MUM, secondary: DAD, handoverAt: null },
        { primary: DAD, secondary: MUM, handoverAt: null },
      ],
    });
    expect(nights(rotationOf(plan()), '2026-11-16', 6)).toBe('MDMDMD');
    expect(nights(rotationOf(plan({ order: [DAD, MUM] })), '2026-11-16', 6)).toBe('DMDMDM');
  });

  it('alternates weeks, each beginning on the weekday of the anchor', () => {
    expect(nights(rotationOf(plan({ template: 'weeks' })), '2026-11-16', 15)).toBe('MMMMMMMDDDDDDDM');
  });

  it('makes a 2-2-3 cycle of fourteen nights, in which each has every other weekend', () => {
    const rotation = rotationOf(plan({ template: 'twoTwoThree' }));
    expect(rotation.slots).toHaveLength(14);
    expect(nights(rotation, '2026-11-16', 15)).toBe('MMDDMMMDDMMDDDM');
  });

  it('always gives the nights to the same person', () => {
    const rotation = rotationOf(plan({ template: 'always', order: [DAD, MUM], handoverAt: toWallTime('03:00') }));
    expect(rotation.slots).toEqual([{ primary: DAD, secondary: MUM, handoverAt: '03:00' }]);
  });

  it('hands over to the secondary at the same time each night', () => {
    const { slots } = rotationOf(plan({ template: 'weeks', handoverAt: toWallTime('03:00') }));
    expect(new Set(slots.map(({ handoverAt }) => handoverAt))).toEqual(new Set(['03:00']));
  });

  it('rotates among three, and the next one in the order is the secondary', () => {
    const three = { order: [MUM, DAD, GRAN] };
    expect(rotationOf(plan(three)).slots.map(({ secondary }) => secondary)).toEqual([DAD, GRAN, MUM]);
    expect(nights(rotationOf(plan({ ...three, template: 'twoTwoThree' })), '2026-11-16', 21)).toBe(
      'MMDDGGGDDGGMMMGGMMDDD',
    );
  });

  it('gives a single person no secondary and no hand-over', () => {
    const alone = rotationOf(plan({ template: 'always', order: [MUM], handoverAt: toWallTime('03:00') }));
    expect(alone.slots).toEqual([{ primary: MUM, secondary: null, handoverAt: null }]);
  });

  it('is valid before its anchor and across a clock change', () => {
    // Monday the 9th is a week earlier, which is the turn of the other one.
    expect(nights(rotationOf(plan({ template: 'weeks' })), '2026-11-09', 8)).toBe('DDDDDDDM');
    // 25 October has 25 hours in Paris, 29 March 23.
    expect(nights(rotationOf(plan({ anchor: day('2026-10-24') })), '2026-10-23', 5)).toBe('DMDMD');
    expect(nights(rotationOf(plan({ anchor: day('2026-03-28') })), '2026-03-27', 5)).toBe('DMDMD');
  });
});

describe('detectPlan', () => {
  it.each(TEMPLATES)('finds the plan from which a rotation was made: %s', (template) => {
    for (const order of [
      [MUM, DAD],
      [DAD, MUM],
    ])
      for (const handoverAt of [null, toWallTime('03:00')]) {
        const original = plan({ template, order, handoverAt });
        expect(detectPlan(rotationOf(original), MONDAY)).toEqual(original);
      }
  });

  it('returns who has the turn of a night, and since when', () => {
    const weeks = rotationOf(plan({ template: 'weeks' }));
    // This is the Thursday a week later.
    expect(detectPlan(weeks, day('2026-11-26'))).toEqual(
      plan({ template: 'weeks', anchor: day('2026-11-23'), order: [DAD, MUM] }),
    );
    const pattern = rotationOf(plan({ template: 'twoTwoThree', order: [MUM, DAD, GRAN] }));
    expect(detectPlan(pattern, day('2026-11-29'))).toMatchObject({ anchor: '2026-11-23', order: [DAD, GRAN, MUM] });
    expect(detectPlan(rotationOf(plan()), day('2026-11-15'))).toMatchObject({
      anchor: '2026-11-15',
      order: [DAD, MUM],
    });
  });

  it('returns a plan that gives the same shifts, for any night', () => {
    for (const template of TEMPLATES) {
      const rotation = rotationOf(plan({ template, order: [MUM, DAD, GRAN] }));
      const retold = detectPlan(rotation, day('2027-02-11'));
      if (!retold) throw new Error(`${template} was not recognised`);
      expect(nights(rotationOf(retold), '2026-10-01', 200)).toBe(nights(rotation, '2026-10-01', 200));
      expect(nights(reanchorRotation(rotation, day('2027-02-11')), '2026-10-01', 200)).toBe(
        nights(rotation, '2026-10-01', 200),
      );
    }
  });

  it('returns null for a cycle that fits no template', () => {
    const { slots } = rotationOf(plan({ handoverAt: toWallTime('03:00') }));
    const [first] = slots;
    if (!first) throw new Error('no slot');
    expect(detectPlan({ anchor: MONDAY, slots: [...slots, first] }, MONDAY)).toBeNull();
    expect(detectPlan({ anchor: MONDAY, slots: [first, { ...first, handoverAt: null }] }, MONDAY)).toBeNull();
    expect(detectPlan({ anchor: MONDAY, slots: [first, first] }, MONDAY)).toBeNull();
  });
});

describe('a shift', () => {
  it('is swapped without its hand-over changing', () => {
    expect(swapped({ primary: DAD, secondary: MUM, handoverAt: toWallTime('03:00') })).toEqual({
      primary: MUM,
      secondary: DAD,
      handoverAt: '03:00',
    });
    expect(swapped({ primary: DAD, secondary: null, handoverAt: null })).toBeNull();
  });

  it('gives the id of everybody in it once', () => {
    expect(peopleOf(rotationOf(plan({ template: 'twoTwoThree' })).slots)).toEqual([MUM, DAD]);
    expect(peopleOf([{ primary: MUM, secondary: null, handoverAt: null }])).toEqual([MUM]);
  });
});

it('replacePerson replaces a person, and nobody becomes their own secondary', () => {
  const rotation = rotationOf(plan({ handoverAt: toWallTime('03:00') }));
  expect(replacePerson(rotation, DAD, GRAN).slots).toEqual([
    { primary: MUM, secondary: GRAN, handoverAt: '03:00' },
    { primary: GRAN, secondary: MUM, handoverAt: '03:00' },
  ]);
  expect(replacePerson(rotation, DAD, MUM).slots).toEqual([{ primary: MUM, secondary: null, handoverAt: null }]);
});

describe('a hand-over', () => {
  const hours = { timeZone: PARIS, nightStart: toWallTime('20:00'), nightEnd: toWallTime('07:00') };

  it.each([
    ['20:01', true],
    ['00:00', true],
    ['06:59', true],
    ['20:00', false],
    ['07:00', false],
    ['13:00', false],
  ])('at %s lies within a night from 20:00 to 7:00: %s', (time, within) => {
    expect(isHandoverIn(MONDAY, toWallTime(time), hours)).toBe(within);
  });

  it('lies within a night that ends before midnight', () => {
    const short = { ...hours, nightEnd: toWallTime('23:00') };
    expect(isHandoverIn(MONDAY, toWallTime('22:00'), short)).toBe(true);
    expect(isHandoverIn(MONDAY, toWallTime('03:00'), short)).toBe(false);
  });
});

describe('comingNight', () => {
  const hours = { timeZone: PARIS, nightStart: toWallTime('20:00'), nightEnd: toWallTime('07:00') };

  it.each([
    ['12:00', '2026-11-16'],
    ['23:00', '2026-11-16'],
    ['06:59', '2026-11-16'],
    ['07:00', '2026-11-17'],
    ['11:59', '2026-11-17'],
  ])('at %s is that of %s', (time, night) => {
    expect(comingNight(hours, null, tonightAt(time))).toBe(night);
  });

  it('returns the next night from “Good morning” on', () => {
    const row = nightRow({ morningAt: tonightAt('05:30') });
    expect(comingNight(hours, row, tonightAt('05:31'))).toBe('2026-11-17');
    expect(comingNight(hours, { ...row, id: day('2026-11-15') }, tonightAt('05:31'))).toBe('2026-11-16');
  });
});

it('overrideOf returns null for a shift that the rotation plans anyway', () => {
  const shift = { primary: DAD, secondary: MUM, handoverAt: toWallTime('03:00') };
  expect(overrideOf({ ...shift }, shift)).toBeNull();
  expect(overrideOf({ ...shift, handoverAt: null }, shift)).toEqual({ ...shift, handoverAt: null });
  expect(overrideOf(shift, null)).toEqual(shift);
});

describe('shiftsToKeep for nights that are over', () => {
  const hers = { primary: MUM, secondary: DAD, handoverAt: null };
  const his = { primary: DAD, secondary: MUM, handoverAt: null };
  const alternate: Rotation = { anchor: MONDAY, slots: [hers, his] };
  const always: Rotation = { anchor: MONDAY, slots: [hers] };
  const tonight = { since: null, tonight: day('2026-11-20'), zone: PARIS };
  const rows = (...ids: string[]) => ids.map((id) => nightRow({ id: day(id), quiet: true }));

  it('returns their shift if the new rotation would give them another one', () => {
    const loggedNights = { rows: rows('2026-11-13', '2026-11-17', '2026-11-18'), detectedAt: [] };
    expect([...shiftsToKeep({ before: alternate, after: always }, loggedNights, tonight)]).toEqual([
      ['2026-11-13', his],
      ['2026-11-17', his],
    ]);
    expect(
      shiftsToKeep({ before: alternate, after: reanchorRotation(alternate, day('2026-11-19')) }, loggedNights, tonight),
    ).toEqual(new Map());
  });

  it('returns all shifts if the rota is removed, and none if there was no rota', () => {
    const loggedNights = { rows: rows('2026-11-17', '2026-11-18'), detectedAt: [] };
    expect([...shiftsToKeep({ before: alternate, after: null }, loggedNights, tonight)]).toEqual([
      ['2026-11-17', his],
      ['2026-11-18', hers],
    ]);
    expect(shiftsToKeep({ before: null, after: alternate }, loggedNights, tonight)).toEqual(new Map());
  });

  it('considers only logged nights before the coming one, without a shift of their own', () => {
    const own = nightRow({ id: day('2026-11-17'), onCall: his });
    const loggedNights = { rows: [own, ...rows('2026-11-19', '2026-11-20', '2026-12-24')], detectedAt: [] };
    expect([...shiftsToKeep({ before: alternate, after: null }, loggedNights, tonight)]).toEqual([['2026-11-19', his]]);
  });

  it.each([
    ['Europe/Paris', '2026-11-18 11:59', '2026-11-17'],
    ['Europe/Paris', '2026-11-18 12:00', '2026-11-18'],
    // 2:30 comes twice in the night of the 24th, and never in that of 28 March.
    ['Europe/Paris', '2026-10-25 02:30', '2026-10-24'],
    ['Europe/Paris', '2026-03-29 03:30', '2026-03-28'],
    ['America/New_York', '2026-11-18 02:43', '2026-11-17'],
    ['Asia/Kathmandu', '2026-11-18 00:10', '2026-11-17'],
    ['Pacific/Kiritimati', '2026-11-17 23:59', '2026-11-17'],
  ])('counts a wake-up from noon to noon as logged: in %s, %s is of the night of %s', (...cry) => {
    const [zone, moment, night] = cry;
    const loggedNights = { rows: [], detectedAt: [at(moment, zone), at(moment, zone)] };
    const kept = shiftsToKeep({ before: always, after: null }, loggedNights, { ...tonight, zone });
    expect([...kept]).toEqual([[night, hers]]);
  });

  it('returns nothing for nights before there was a rota', () => {
    const loggedNights = {
      rows: rows('2026-11-16', '2026-11-17'),
      detectedAt: [at('2026-11-16 02:43'), at('2026-11-19 02:43')],
    };
    const kept = shiftsToKeep({ before: always, after: null }, loggedNights, { ...tonight, since: day('2026-11-17') });
    expect([...kept.keys()]).toEqual(['2026-11-17', '2026-11-18']);
  });

  it('does not include the night that is running', () => {
    const loggedNights = {
      rows: [],
      detectedAt: [at('2026-11-20 11:59'), at('2026-11-20 12:00'), at('2026-11-21 02:43')],
    };
    expect([...shiftsToKeep({ before: always, after: null }, loggedNights, tonight).keys()]).toEqual(['2026-11-19']);
  });
});
