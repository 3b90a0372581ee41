import { describe, expect, it } from 'vitest';
import { findJustResolved, findReopenable, foldIncidents, tonightOf } from '@/domain/tonight';
import { at, entry, household, incident, LEO, nightRow, tonightAt, wakeUp, ZOE } from '../support/factories';

const hours = household();
const upForDay = incident([entry('detected', '05:30'), entry('resolved', '05:40', { outcome: 'upForDay' })]);

describe('findReopenable and findJustResolved', () => {
  const folded = foldIncidents([wakeUp('02:43', '03:03')]);

  it('findReopenable returns an incident that ended less than ten minutes ago', () => {
    expect(findReopenable(folded, LEO, tonightAt('03:12'))?.incident.id).toBe('02:43 to 03:03');
    expect(findReopenable(folded, LEO, tonightAt('03:13'))).toBeNull();
  });

  it('findReopenable returns no incident of another child', () => {
    expect(findReopenable(folded, ZOE, tonightAt('03:05'))).toBeNull();
  });

  it('findReopenable returns no incident that ended with “up for the day”', () => {
    expect(findReopenable(foldIncidents([upForDay]), LEO, tonightAt('05:41'))).toBeNull();
  });

  it('findJustResolved returns an incident for the same ten minutes, the latest end first', () => {
    expect(findJustResolved(folded, tonightAt('03:12'))?.incident.id).toBe('02:43 to 03:03');
    expect(findJustResolved(folded, tonightAt('03:13'))).toBeNull();
    const both = foldIncidents([wakeUp('02:43', '03:03'), wakeUp('02:50', '03:05', { childId: ZOE })]);
    expect(findJustResolved(both, tonightAt('03:06'))?.incident.childId).toBe(ZOE);
  });
});

describe('tonightOf', () => {
  const tonight = (now: string, incidents = [wakeUp('02:43', '03:03')], row = nightRow()) =>
    tonightOf(hours, row, foldIncidents(incidents), now.includes(' ') ? at(now) : tonightAt(now));

  it('returns the start of the night before it begins', () => {
    expect(tonight('15:00')).toMatchObject({ phase: 'before', asleepSince: null, nextNightStart: tonightAt('20:00') });
  });

  it('returns since when everybody is asleep: the night’s start or the last “asleep again”', () => {
    expect(tonight('01:00', [])).toMatchObject({ phase: 'night', asleepSince: tonightAt('20:00') });
    expect(tonight('04:00')).toMatchObject({ phase: 'night', asleepSince: tonightAt('03:03') });
  });

  it('returns the start of the next night after the night', () => {
    expect(tonight('08:00')).toMatchObject({
      phase: 'after',
      asleepSince: null,
      nextNightStart: at('2026-11-17 20:00'),
    });
  });

  it('returns no time asleep after a child is up for the day', () => {
    expect(tonight('06:00', [upForDay])).toMatchObject({
      isEverybodyAsleep: false,
      asleepSince: null,
      upForDay: { incident: upForDay },
    });
  });

  it('ignores a nap that ended with “up for the day”', () => {
    const nap = incident([entry('detected', '16:30'), entry('resolved', '16:40', { outcome: 'upForDay' })]);
    expect(tonight('23:00', [nap])).toMatchObject({ asleepSince: tonightAt('20:00'), upForDay: null });
  });

  it('takes nothing from the row of another night', () => {
    const before = nightRow({ bedtimeAt: tonightAt('20:30') });
    expect(tonight('2026-11-17 21:00', [], before)).toMatchObject({
      window: { start: at('2026-11-17 20:00') },
      canSayGoodNight: true,
    });
  });

  it('says nothing of the time before the household was made', () => {
    const made = (now: string, incidents = [wakeUp('02:43', '03:03')], row = nightRow()) =>
      tonightOf(household({ since: tonightAt('02:40') }), row, foldIncidents(incidents), tonightAt(now));
    const since = { start: tonightAt('02:40'), end: tonightAt('07:00') };
    expect(made('02:41', [])).toMatchObject({ window: since, isEverybodyAsleep: true, asleepSince: null });
    expect(made('04:00')).toMatchObject({ window: since, asleepSince: tonightAt('03:03') });
    // "Good night" says how the evening was, and so does a wake-up that is added for it.
    const bedtime = nightRow({ bedtimeAt: tonightAt('20:30') });
    expect(made('02:41', [], bedtime)).toMatchObject({ asleepSince: tonightAt('20:30') });
    expect(made('02:41', [wakeUp('22:00', '22:10')])).toMatchObject({ asleepSince: tonightAt('22:10') });
  });

  it('is night after the household was made in it, and the next night is known as a whole', () => {
    const made = household({ since: tonightAt('02:40') });
    const next = tonightOf(made, null, [], at('2026-11-17 23:00'));
    expect(next).toMatchObject({ phase: 'night', asleepSince: at('2026-11-17 20:00') });
    // Made at 9:00, when the night was over: the day is a day.
    const byDay = household({ since: tonightAt('09:00') });
    expect(tonightOf(byDay, null, [], tonightAt('09:01'))).toMatchObject({ phase: 'after', isEverybodyAsleep: false });
  });

  it.each([
    ['16:59', false, false],
    ['17:00', true, false],
    ['23:00', true, false],
    ['01:59', true, false],
    ['02:00', false, false],
    ['05:00', false, true],
    ['11:00', false, true],
  ])('offers at %s: good night %s, good morning %s', (time, goodNight, goodMorning) => {
    expect(tonight(time, [])).toMatchObject({ canSayGoodNight: goodNight, canSayGoodMorning: goodMorning });
  });

  it('does not offer what was already logged', () => {
    expect(tonight('21:00', [], nightRow({ bedtimeAt: tonightAt('20:30') })).canSayGoodNight).toBe(false);
    expect(tonight('06:30', [], nightRow({ morningAt: tonightAt('06:10') }))).toMatchObject({
      canSayGoodMorning: false,
      phase: 'after',
    });
  });
});
