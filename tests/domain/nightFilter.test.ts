import { describe, expect, it } from 'vitest';
import { ALL_NIGHTS, allowedAwakeMs, isFiltering, matchesFilter, type NightFilter } from '@/domain/nightFilter';
import { summarizeNight } from '@/domain/nightSummary';
import type { Incident } from '@/domain/rows/incident';
import { MINUTE_MS } from '@/lib/time';
import { DAD, day, entry, household, incident, LEO, MUM, nightRow, tonightAt, wakeUp, ZOE } from '../support/factories';

const HOUSEHOLD = household();

const summaryOf = (incidents: Incident[], nightRows = [nightRow({ bedtimeAt: tonightAt('20:00') })]) =>
  summarizeNight(day('2026-11-16'), HOUSEHOLD, { incidents, nightRows }, tonightAt('09:00'));

const isFound = (incidents: Incident[], filter: Partial<NightFilter>, illChildIds: string[] = []) =>
  matchesFilter(summaryOf(incidents), { ...ALL_NIGHTS, ...filter }, HOUSEHOLD, illChildIds);

/** Léo was hungry and Mum was up; Zoé had a nightmare and Dad was up. */
const bothWoke = [
  wakeUp('02:43', '03:03', { causeId: 'hunger' }),
  incident([entry('detected', '04:00'), entry('resolved', '04:10', { by: DAD })], {
    id: 'zoe',
    childId: ZOE,
    causeId: 'nightmare',
  }),
];

describe('matchesFilter', () => {
  it('leaves nothing out by default', () => {
    expect(isFiltering(ALL_NIGHTS)).toBe(false);
    expect(isFound([], {})).toBe(true);
  });

  it.each<[string, Partial<NightFilter>, boolean]>([
    ['the child', { childId: LEO }, true],
    ['the cause', { causeId: 'hunger' }, true],
    ['another cause', { causeId: 'noise' }, false],
    ['who was up', { caregiverId: MUM }, true],
    ['the cause and who was up in the same wake-up', { causeId: 'hunger', caregiverId: MUM }, true],
    ['the cause and who was up in another wake-up', { causeId: 'hunger', caregiverId: DAD }, false],
    ['the child and the cause of the other child', { childId: LEO, causeId: 'nightmare' }, false],
  ])('finds a night by %s', (_what, filter, found) => {
    expect(isFound(bothWoke, filter)).toBe(found);
  });

  it('does not count a false alarm as a wake-up', () => {
    const falseAlarm = incident([
      entry('detected', '02:43'),
      entry('resolved', '02:43', { by: null, outcome: 'selfSettled' }),
    ]);
    expect(isFound([falseAlarm], { childId: LEO })).toBe(false);
  });

  it('finds the nights of an illness, of one child or of any', () => {
    expect(isFound([], { ill: true })).toBe(false);
    expect(isFound([], { ill: true }, [ZOE])).toBe(true);
    expect(isFound([], { ill: true, childId: ZOE }, [ZOE])).toBe(true);
    expect(isFound([], { ill: true, childId: LEO }, [ZOE])).toBe(false);
  });

  it('calls a night bad if the children were awake for longer than the objective allows', () => {
    // The objective is 90 % of eleven hours: 66 minutes.
    expect(allowedAwakeMs(summaryOf([]).window, HOUSEHOLD) / MINUTE_MS).toBeCloseTo(66);
    expect(isFound([wakeUp('02:00', '03:06')], { bad: true })).toBe(false);
    expect(isFound([wakeUp('02:00', '03:07')], { bad: true })).toBe(true);
  });

  it('finds no night that nobody logged', () => {
    expect(matchesFilter(summaryOf([], []), { ...ALL_NIGHTS, ill: true }, HOUSEHOLD, [LEO])).toBe(false);
  });
});
