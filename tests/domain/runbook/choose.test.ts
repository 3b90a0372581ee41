import { expect, it } from 'vitest';
import { chooseRunbook } from '@/domain/runbook/choose';
import { degraded, double, runbook, standard, step } from '../../support/runbooks';

it('begins with the standard runbook, with another child down with the triage', () => {
  const all = [degraded, double, standard];
  expect(chooseRunbook(all, { othersDown: false })).toBe('standard');
  expect(chooseRunbook(all, { othersDown: true })).toBe('double');
});

it('takes the household’s own before another of the kind, and any of the kind before none', () => {
  const other = runbook('standard', [step('check', 'Breathe')], { id: '0 from a friend' });
  expect(chooseRunbook([other, standard], { othersDown: false })).toBe('standard');
  expect(chooseRunbook([other], { othersDown: false })).toBe('0 from a friend');
});

it('falls back to the standard one where the triage was deleted or emptied, and to none', () => {
  expect(chooseRunbook([standard, { ...double, steps: [] }], { othersDown: true })).toBe('standard');
  expect(chooseRunbook([degraded], { othersDown: true })).toBeNull();
});
