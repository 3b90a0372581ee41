import { describe, expect, it } from 'vitest';
import type { Act, Side } from '../../e2e/soak/acts';
import { createCalendar } from '../../e2e/soak/calendar';
import { countNights, sumUp } from '../../e2e/soak/count';
import { Ledger } from '../../e2e/soak/ledger';

const NIGHT = '2026-11-16';
const calendar = createCalendar('Europe/Paris');
const at = (time: string): number => {
  const [hours = '', minutes = '', seconds = '00'] = time.split(':');
  const day = time < '12' ? '2026-11-17' : NIGHT;
  return calendar.instant(day, `${hours}:${minutes}`) + Number(seconds) * 1000;
};
const act = (time: string, what: Act['what'], side: Side = 'hers'): Act => ({ at: at(time), side, what });

function ledgerOf(acts: readonly Act[]): Ledger {
  const ledger = new Ledger();
  for (const one of acts) ledger.record(one);
  return ledger;
}
const linesOf = (ledger: Ledger, wakeUp: number) =>
  ledger
    .find(wakeUp)
    .lines.map(({ at: then, kind, by, what }) =>
      [new Date(then + 3_600_000).toISOString().slice(11, 19), kind, by, what].filter(Boolean).join(' '),
    );

/** The night of the examples in docs/metrics.md, as its taps. */
const EXAMPLE: Act[] = [
  act('23:00:00', { tap: 'woke', child: 'Baby', wakeUp: 1 }),
  act('23:00:25', { tap: 'settledAlone', child: 'Baby', wakeUp: 1 }),
  act('02:43', { tap: 'woke', child: 'Baby', wakeUp: 2 }),
  act('02:44', { tap: 'noAnswer', who: 'Dad', wakeUp: 2 }),
  act('02:47', { tap: 'up', who: 'Mum', wakeUp: 2 }),
  act('02:48', { tap: 'remedy', remedy: 'Feed', wakeUp: 2 }),
  act('03:03', { tap: 'settled', child: 'Baby', wakeUp: 2 }),
  act('03:50', { tap: 'woke', child: 'Baby', wakeUp: 3 }),
  act('03:52', { tap: 'up', who: 'Mum', wakeUp: 3 }),
  act('03:55', { tap: 'remedy', remedy: 'Nappy', wakeUp: 3 }),
  act('04:00', { tap: 'settled', child: 'Baby', wakeUp: 3 }),
];

describe('the ledger of a simulated year', () => {
  it('counts the night of the examples as docs/metrics.md does', () => {
    const count = sumUp(countNights(ledgerOf(EXAMPLE), calendar, [NIGHT]));
    expect(count).toMatchObject({
      counted: 2,
      falseAlarms: 1,
      mttr: { mean: 15, median: 15, p90: 19, n: 2 },
      mtta: { mean: 3, n: 2 },
      timeBetween: { mean: 47, n: 1 },
      timesUp: { Mum: 2, Dad: 0 },
      shareOfTimesUp: { Mum: 1, Dad: 0 },
      noAnswers: { Mum: 0, Dad: 2 },
      rotaAdherence: 0,
      causes: { unknown: 2 },
      remedies: { Feed: 1, Nappy: 1 },
    });
    expect(count.availability).toBeCloseTo(0.9539, 4);
    expect(count.longestStretch).toBeCloseTo(222.583, 3);
  });

  it('knows who was called although nobody tapped it', () => {
    expect(linesOf(ledgerOf(EXAMPLE), 3)).toEqual([
      '03:50:00 detected Mum',
      '03:50:30 escalated Dad',
      '03:51:30 noResponse Dad',
      '03:51:30 escalated Mum',
      '03:52:00 acknowledged Mum',
      '03:55:00 remedy Mum Nappy',
      '04:00:00 resolved Mum settled',
    ]);
  });

  it('takes back the last tap of a phone, also the one that began a wake-up', () => {
    const ledger = ledgerOf([
      act('02:43', { tap: 'woke', child: 'Max', wakeUp: 1 }, 'his'),
      act('02:44', { tap: 'undo', wakeUp: 1 }, 'his'),
      act('02:50', { tap: 'woke', child: 'Max', wakeUp: 2 }, 'his'),
      act('02:55', { tap: 'remedy', remedy: 'Song', wakeUp: 2 }),
      act('02:56', { tap: 'undo', wakeUp: 2 }),
    ]);
    expect([...ledger.wakeUps.keys()]).toEqual([2]);
    expect(linesOf(ledger, 2)).toEqual(['02:50:00 detected Dad']);
  });

  it('makes one wake-up of what two phones told apart, and whoever got up last ends it', () => {
    const ledger = ledgerOf([
      act('02:43:00', { tap: 'woke', child: 'Max', wakeUp: 1 }),
      act('02:43:20', { tap: 'woke', child: 'Max', wakeUp: 1 }, 'his'),
      act('02:43:30', { tap: 'goIn', wakeUp: 1 }, 'his'),
      act('02:53:00', { tap: 'settled', child: 'Max', wakeUp: 1 }),
    ]);
    expect(linesOf(ledger, 1).at(-1)).toBe('02:53:00 resolved Dad settled');
    const count = sumUp(countNights(ledger, calendar, [NIGHT]));
    expect(count).toMatchObject({ counted: 1, mttr: { mean: 10 }, mtta: { mean: 0.5 } });
    expect(count.minutesUp).toEqual({ Mum: 10, Dad: 9.5 });
  });

  it('counts until the end of the night after “up for the day”, and the window as it was tapped', () => {
    const ledger = ledgerOf([
      act('21:00', { tap: 'goodNight', night: NIGHT }),
      act('06:10', { tap: 'woke', child: 'Max', wakeUp: 1 }),
      act('06:20', { tap: 'upForDay', child: 'Max', wakeUp: 1 }),
      act('06:40', { tap: 'goodMorning', night: NIGHT }),
    ]);
    const count = sumUp(countNights(ledger, calendar, [NIGHT, '2026-11-17']));
    expect(count).toMatchObject({ counted: 1, loggedNights: 1, mttr: { n: 0, mean: null } });
    expect(count.nights).toMatchObject([
      { windowMinutes: 580, minutesAwake: 30, longestStretch: 550 },
      { logged: false, minutesAwake: null },
    ]);
  });

  it('follows what is corrected by day', () => {
    const ledger = ledgerOf([
      ...EXAMPLE,
      act('09:00', { edit: 'end', wakeUp: 3, night: NIGHT, to: at('03:58') }),
      act('09:01', { edit: 'cause', wakeUp: 2, night: NIGHT, cause: 'Hunger' }),
      act('09:02', { edit: 'remove', wakeUp: 1, night: NIGHT }),
      act('09:03', {
        edit: 'add',
        wakeUp: 9,
        child: 'Max',
        night: NIGHT,
        from: at('05:00'),
        to: at('05:30'),
        who: 'Dad',
      }),
    ]);
    expect(sumUp(countNights(ledger, calendar, [NIGHT]))).toMatchObject({
      counted: 3,
      falseAlarms: 0,
      mttr: { median: 20 },
      timesUp: { Mum: 2, Dad: 1 },
      causes: { Hunger: 1, unknown: 2 },
    });
  });
});
