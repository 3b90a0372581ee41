import { describe, expect, it } from 'vitest';
import { findJustResolved, findReopenable, foldIncidents, tonightOf } from '@/domain/tonight';
import { at, entry, household, incident, LEO, nightRow, tonightAt, wakeUp, ZOE } from '../support/factories';

const hours = household();
const upForDay = incident([entry('detected', '05:30'), entry('resolved', '05:40', { outcome: 'upForDay' })]);

describe('awake again within ten minutes is the same incident', () => {
  const folded = foldIncidents([wakeUp('02:43', '03:03')]);

  it('up to the tenth minute', () => {
    expect(findReopenable(folded, LEO, tonightAt('03:12'))?.incident.id).toBe('02:43 to 03:03');
    expect(findReopenable(folded, LEO, tonightAt('03:13'))).toBeNull();
  });

  it('for that child alone', () => {
    expect(findReopenable(folded, ZOE, tonightAt('03:05'))).toBeNull();
  });

  it('not after getting up for the day', () => {
    expect(findReopenable(foldIncidents([upForDay]), LEO, tonightAt('05:41'))).toBeNull();
  });

  it('and its end is shown for as long', () => {
    expect(findJustResolved(folded, tonightAt('03:12'))?.incident.id).toBe('02:43 to 03:03');
    expect(findJustResolved(folded, tonightAt('03:13'))).toBeNull();
    const both = foldIncidents([wakeUp('02:43', '03:03'), wakeUp('02:50', '03:05', { childId: ZOE })]);
    expect(findJustResolved(both, tonightAt('03:06'))?.incident.childId).toBe(ZOE);
  });
});

describe('where the household stands', () => {
  const tonight = (now: string, incidents = [wakeUp('02:43', '03:03')], row = nightRow()) =>
    tonightOf(hours, row, foldIncidents(incidents), now.includes(' ') ? at(now) : tonightAt(now));

  it('before the night: when it starts', () => {
    expect(tonight('15:00')).toMatchObject({ phase: 'before', asleepSince: null, nextNightStart: tonightAt('20:00') });
  });

  it('in the night: asleep since its start, or since the last “asleep again”', () => {
    expect(tonight('01:00', [])).toMatchObject({ phase: 'night', asleepSince: tonightAt('20:00') });
    expect(tonight('04:00')).toMatchObject({ phase: 'night', asleepSince: tonightAt('03:03') });
  });

  it('after it: when the next one starts', () => {
    expect(tonight('08:00')).toMatchObject({
      phase: 'after',
      asleepSince: null,
      nextNightStart: at('2026-11-17 20:00'),
    });
  });

  it('nobody is “all asleep” once a child is up for the day', () => {
    expect(tonight('06:00', [upForDay])).toMatchObject({ asleepSince: null, upForDay: { incident: upForDay } });
  });

  it('a nap that ended “up for the day” is no morning', () => {
    const nap = incident([entry('detected', '16:30'), entry('resolved', '16:40', { outcome: 'upForDay' })]);
    expect(tonight('23:00', [nap])).toMatchObject({ asleepSince: tonightAt('20:00'), upForDay: null });
  });

  it.each([
    ['16:59', false, false],
    ['17:00', true, false],
    ['23:00', true, false],
    ['01:59', true, false],
    ['02:00', false, false],
    ['05:00', false, true],
    ['11:00', false, true],
  ])('at %s: good night %s, good morning %s', (time, goodNight, goodMorning) => {
    expect(tonight(time, [])).toMatchObject({ canSayGoodNight: goodNight, canSayGoodMorning: goodMorning });
  });

  it('what was logged is not asked again', () => {
    expect(tonight('21:00', [], nightRow({ bedtimeAt: tonightAt('20:30') })).canSayGoodNight).toBe(false);
    expect(tonight('06:30', [], nightRow({ morningAt: tonightAt('06:10') }))).toMatchObject({
      canSayGoodMorning: false,
      phase: 'after',
    });
  });
});
