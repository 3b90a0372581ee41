import { expect, it } from 'vitest';
import { chooseRunbook } from '@/domain/runbook/chooseRunbook';
import { degraded, double, runbook, standard, step } from '../../support/runbooks';

it('begins with the standard runbook, or with the triage while another child is awake', () => {
  const all = [degraded, double, standard];
  expect(chooseRunbook(all, { otherChildrenAwake: false })).toBe('standard');
  expect(chooseRunbook(all, { otherChildrenAwake: true })).toBe('double');
});

it('takes the household’s own before another of the kind, and any of the kind before none', () => {
  const other = runbook('standard', [step('check', 'Breathe')], { id: '0 from a friend' });
  expect(chooseRunbook([other, standard], { otherChildrenAwake: false })).toBe('standard');
  expect(chooseRunbook([other], { otherChildrenAwake: false })).toBe('0 from a friend');
});

it('falls back to the standard one where the triage was deleted or emptied, and to none', () => {
  expect(chooseRunbook([standard, { ...double, steps: [] }], { otherChildrenAwake: true })).toBe('standard');
  expect(chooseRunbook([degraded], { otherChildrenAwake: true })).toBeNull();
});
