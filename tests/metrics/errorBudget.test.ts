import { describe, expect, it } from 'vitest';
import { household, wakeUp, ZOE } from '../support/factories';
import { metricsOf, metricsOfIncidents, quietNight, selfSettledIncident } from '../support/metrics';

const withObjective = (availability: number) =>
  household({ objectives: { mttrMinutes: 20, availability, fatigueLimit: 5, weaning: null } });

describe('errorBudget', () => {
  it('returns the downtime that the objective allows, and the part that is left', () => {
    const night = [selfSettledIncident('23:00', 25), wakeUp('02:43', '03:03'), wakeUp('03:50', '04:00')];
    const found = metricsOfIncidents(night).errorBudget;
    expect(found.objective).toBe(0.9);
    // The budget is a tenth of 660, and 25 s + 20 + 10 minutes are spent: 1 − 30.4167 ÷ 66 is left.
    expect(found.budget).toBeCloseTo(66, 9);
    expect(found.spent).toBeCloseTo(30 + 25 / 60, 9);
    expect(found.remaining).toBeCloseTo(1 - 30.416_666_667 / 66, 9);
  });

  it('adds up the logged nights', () => {
    const incidents = [wakeUp('02:00', '02:33')];
    const nights = [quietNight('2026-11-18')];
    const found = metricsOf({ incidents, nights }, { to: '2026-11-18' }).errorBudget;
    // Two of three nights are logged: 1320 ÷ 10 minutes of budget, of which 33 are a quarter.
    expect(found.budget).toBeCloseTo(132, 9);
    expect(found.remaining).toBeCloseTo(0.75, 9);
  });

  it('counts a minute once when two children were awake', () => {
    // 2:43 to 3:10.
    const incidents = [wakeUp('02:43', '03:03'), wakeUp('02:50', '03:10', { childId: ZOE })];
    expect(metricsOfIncidents(incidents).errorBudget.spent).toBe(27);
  });

  it('returns a negative remaining share when the budget is overspent', () => {
    // 99 minutes are spent of 66: 1 − 1.5.
    expect(metricsOfIncidents([wakeUp('02:00', '03:39')]).errorBudget.remaining).toBeCloseTo(-0.5, 9);
  });

  it('returns no remaining share when the objective is 100 %', () => {
    const found = metricsOf({ household: withObjective(1), incidents: [wakeUp('02:43', '03:03')] }).errorBudget;
    expect(found).toEqual({ objective: 1, budget: 0, spent: 20, remaining: null });
  });

  it('returns the whole window as budget when the objective is 0', () => {
    const found = metricsOf({ household: withObjective(0), incidents: [wakeUp('02:00', '03:06')] }).errorBudget;
    expect(found).toEqual({ objective: 0, budget: 660, spent: 66, remaining: 0.9 });
  });

  it('returns no budget, and none spent, over a range in which no night was logged', () => {
    expect(metricsOf({}).errorBudget).toEqual({ objective: 0.9, budget: null, spent: null, remaining: null });
  });
});
