import { describe, expect, it } from 'vitest';
import { type HintFacts, hintFor } from '@/domain/hints';

const facts = (more: Partial<HintFacts> = {}): HintFacts => ({
  household: { rotation: null },
  children: [{ name: 'Baby' }],
  caregiverCount: 2,
  firstName: 'Baby',
  canAddPhone: false,
  hasLoggedNight: true,
  done: [],
  ...more,
});
const named = { children: [{ name: 'Léo' }] };

describe('the hints of the first days', () => {
  it('wait until a night was logged', () => {
    expect(hintFor(facts({ hasLoggedNight: false }))).toBeNull();
  });

  it('come one at a time: names, then the rota', () => {
    expect(hintFor(facts())).toBe('names');
    expect(hintFor(facts({ done: ['names'] }))).toBe('rota');
    expect(hintFor(facts({ done: ['names', 'rota'] }))).toBeNull();
  });

  it('are not given for what is set up already', () => {
    expect(hintFor(facts(named))).toBe('rota');
    const rotation = { anchor: '2026-11-16', slots: [] } as unknown as HintFacts['household']['rotation'];
    expect(hintFor(facts({ ...named, household: { rotation } }))).toBeNull();
    expect(hintFor(facts({ ...named, caregiverCount: 1 }))).toBeNull();
  });

  it('end with the other phone, where there is a server for it and somebody to hold it', () => {
    const done = ['names', 'rota'];
    expect(hintFor(facts({ canAddPhone: true }))).toBe('names');
    expect(hintFor(facts({ done, canAddPhone: true }))).toBe('phone');
    expect(hintFor(facts({ done, canAddPhone: true, caregiverCount: 1 }))).toBeNull();
    expect(hintFor(facts({ done: [...done, 'phone'], canAddPhone: true }))).toBeNull();
    expect(hintFor(facts({ canAddPhone: true, hasLoggedNight: false }))).toBeNull();
  });
});
