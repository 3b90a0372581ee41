import { describe, expect, it } from 'vitest';
import { type Act, SIDES } from '../../e2e/soak/acts';
import { createCalendar } from '../../e2e/soak/calendar';
import { Ledger } from '../../e2e/soak/ledger';
import { planNights } from '../../e2e/soak/plan';

const FIRST_NIGHT = '2026-09-01';
const PARIS = createCalendar('Europe/Paris');
/** A plan is pure, so all tests may read the same one. */
const YEAR = [...planNights(3, PARIS, FIRST_NIGHT, 365)];
const ACTS = YEAR.flatMap(({ acts }) => acts);
const plan = (seed: number, nights: number, calendar = PARIS) => [...planNights(seed, calendar, FIRST_NIGHT, nights)];
const nameOf = ({ what }: Act): string => ('tap' in what ? what.tap : 'edit' in what ? what.edit : what.event);

describe('the plan of a year', () => {
  it('is the same for the same seed, and a longer one begins with the shorter one', () => {
    expect(plan(3, 10)).toEqual(YEAR.slice(0, 10));
    expect(plan(4, 10)).not.toEqual(YEAR.slice(0, 10));
  });

  it.each(['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo'])(
    'never goes back in time, and leaves nobody awake, away or without a server, in %s',
    (zone) => {
      const ledger = new Ledger();
      const away = new Set<string>();
      let isServerUp = true;
      let latest = 0;
      for (const { acts, night } of plan(11, 70, createCalendar(zone))) {
        for (const act of acts) {
          expect(act.at, `${night} ${JSON.stringify(act)}`).toBeGreaterThanOrEqual(latest);
          latest = act.at;
          ledger.record(act);
          if (nameOf(act) === 'cut') away.add(act.side);
          if (nameOf(act) === 'mend') away.delete(act.side);
          if (nameOf(act) === 'killServer') isServerUp = false;
          if (nameOf(act) === 'startServer') isServerUp = true;
        }
        expect([...away, isServerUp, ...ledger.openChildren()], night).toEqual([true]);
      }
    },
  );

  it('has every kind of act', () => {
    expect(new Set(ACTS.map(nameOf))).toEqual(
      new Set([
        ...['woke', 'awakeAgain', 'settled', 'settledAlone', 'upForDay', 'goIn', 'done', 'undo', 'up', 'noAnswer'],
        ...['cannot', 'remedy', 'goodNight', 'goodMorning'],
        ...['add', 'end', 'tellEnd', 'remedy', 'cause', 'remove', 'removeAndUndo', 'skippedTime'],
        ...[
          'cut',
          'mend',
          'kill',
          'reload',
          'backup',
          'update',
          'publish',
          'killServer',
          'startServer',
          'restartServer',
        ],
      ]),
    );
  });

  it('has a wake-up across each change of the clocks', () => {
    for (const [night, change] of [
      ['2026-10-24', '2026-10-25T01:00:00Z'],
      ['2027-03-27', '2027-03-28T01:00:00Z'],
    ] as const) {
      const at = Date.parse(change);
      const acts = YEAR.find((planned) => planned.night === night)?.acts ?? [];
      const isAround = (act: Act) => Math.abs(act.at - at) < 30 * 60_000;
      const names = acts.filter(isAround).map(nameOf);
      expect(names.filter((name) => name !== 'done')).toEqual(['woke', 'goIn', 'remedy', 'settled']);
      expect(acts.find((act) => nameOf(act) === 'woke' && isAround(act))?.at).toBeLessThan(at);
      expect(acts.find((act) => nameOf(act) === 'settled' && isAround(act))?.at).toBeGreaterThan(at);
    }
  });

  it('never undoes on another phone, nor after that browser was killed', () => {
    ACTS.forEach((act, index) => {
      if (nameOf(act) !== 'undo') return;
      const before = ACTS[index - 1];
      expect(before?.side).toBe(act.side);
      expect(before && 'tap' in before.what).toBe(true);
    });
    expect(SIDES.every((side) => ACTS.some((act) => act.side === side && nameOf(act) === 'undo'))).toBe(true);
  });
});
