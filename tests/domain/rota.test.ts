import { describe, expect, it } from 'vitest';
import type { Shift } from '@/domain/rows/household';
import type { NightRow } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';
import { at, DAD, day, entry, household, incident, MUM, nightRow, tonightAt, toWallTime } from '../support/factories';
import { metricsOf } from '../support/metrics';

const hers: Shift = { primary: MUM, secondary: DAD, handoverAt: null };
const his: Shift = { primary: DAD, secondary: MUM, handoverAt: null };

describe('onCallOf', () => {
  const rota = (slots: Shift[], anchor = '2026-11-16') => household({ rotation: { anchor: day(anchor), slots } });
  const inNight = (night: string, home = household(), nights: NightRow[] = []) =>
    metricsOf({ household: home, nights }, { from: night }).nights[0]?.onCall;

  it('repeats the slots by the days since the anchor', () => {
    const alternate = rota([hers, his]);
    expect(inNight('2026-11-16', alternate)).toEqual(hers);
    expect(inNight('2026-11-17', alternate)).toEqual(his);
    expect(inNight('2026-11-18', alternate)).toEqual(hers);
  });

  it('repeats the slots before the anchor, too', () => {
    const three = rota([hers, his, { ...hers, secondary: null }]);
    // −1 is 2 of 3, −3 is 0, −4 is 2.
    expect(inNight('2026-11-15', three)?.secondary).toBeNull();
    expect(inNight('2026-11-14', three)).toEqual(his);
    expect(inNight('2026-11-13', three)).toEqual(hers);
    expect(inNight('2026-11-12', three)?.secondary).toBeNull();
  });

  it('counts calendar days across clock changes and years', () => {
    // 24 October to 26 October is 2 days and 49 hours; 31 December to 1 January is 1.
    expect(inNight('2026-10-26', rota([hers, his], '2026-10-24'))).toEqual(hers);
    expect(inNight('2026-03-30', rota([hers, his], '2026-03-29'))).toEqual(his);
    expect(inNight('2027-01-01', rota([hers, his], '2026-12-31'))).toEqual(his);
  });

  it('prefers the shift in the night’s own row', () => {
    const night = '2026-11-16';
    expect(inNight(night, rota([hers]), [nightRow({ onCall: his })])).toEqual(his);
    expect(inNight(night, household(), [nightRow({ onCall: his })])).toEqual(his);
    expect(inNight(night, rota([hers]), [nightRow()])).toEqual(hers);
    expect(inNight(night, rota([hers]), [nightRow({ id: day('2026-11-17'), onCall: his })])).toEqual(hers);
  });

  it('returns null if there is neither', () => {
    expect(inNight('2026-11-16')).toBeNull();
  });
});

/**
 * Returns whose response at that instant follows the rota; null if nobody’s does. The night lasts
 * 24 hours.
 */
function primaryAt(onCall: Shift, night: string, moment: Instant): string | null {
  const followedBy = (by: string) =>
    metricsOf(
      {
        household: household({ nightStart: toWallTime('12:00'), nightEnd: toWallTime('12:00') }),
        nights: [nightRow({ id: day(night), onCall })],
        incidents: [incident([entry('detected', moment), entry('acknowledged', moment, { by })])],
      },
      { from: night },
    ).load.rotaAdherence;
  return [MUM, DAD].find((by) => followedBy(by) === 1) ?? (followedBy(MUM) === null ? null : 'somebody else');
}

describe('primaryLookup', () => {
  const primary = (handoverAt: string, moment: Instant, secondary: string | null = DAD, night = '2026-11-16') =>
    primaryAt({ primary: MUM, secondary, handoverAt: toWallTime(handoverAt) }, night, moment);

  it('returns the same person all night without a hand-over', () => {
    expect(primaryAt(hers, '2026-11-16', tonightAt('06:00'))).toBe(MUM);
  });

  it('returns the other person from the hand-over on', () => {
    expect(primary('03:00', tonightAt('02:59:59'))).toBe(MUM);
    expect(primary('03:00', tonightAt('03:00'))).toBe(DAD);
  });

  it('swaps before midnight if the hand-over is in the evening', () => {
    expect(primary('23:00', tonightAt('22:59'))).toBe(MUM);
    expect(primary('23:00', tonightAt('23:00'))).toBe(DAD);
    expect(primary('23:00', tonightAt('01:00'))).toBe(DAD);
  });

  it('places a hand-over at midnight on the next day, and one at noon on the night’s own day', () => {
    expect(primary('00:00', tonightAt('23:59'))).toBe(MUM);
    expect(primary('00:00', tonightAt('00:00'))).toBe(DAD);
    expect(primary('12:00', tonightAt('20:00'))).toBe(DAD);
    expect(primary('11:59', tonightAt('06:59'))).toBe(MUM);
  });

  it('returns null after a hand-over without a secondary', () => {
    expect(primary('03:00', tonightAt('02:43'), null)).toBe(MUM);
    expect(primary('03:00', tonightAt('03:50'), null)).toBeNull();
  });

  it('swaps when the clocks skip the hand-over, and at the first of two instants', () => {
    // There is no 2:30 on 29 March: the clocks go from 2:00 to 3:00.
    expect(primary('02:30', at('2026-03-29 01:59'), DAD, '2026-03-28')).toBe(MUM);
    expect(primary('02:30', at('2026-03-29 03:00'), DAD, '2026-03-28')).toBe(DAD);
    // On 25 October 2:30 is at 0:30 and at 1:30 UTC.
    const utc = (text: string) => at(`2026-10-25 ${text}`, 'UTC');
    expect(primary('02:30', utc('00:29'), DAD, '2026-10-24')).toBe(MUM);
    expect(primary('02:30', utc('00:30'), DAD, '2026-10-24')).toBe(DAD);
    expect(primary('02:30', utc('01:10'), DAD, '2026-10-24')).toBe(DAD);
  });
});
