import { expect, it } from 'vitest';
import { chooseRunbook } from '@/domain/runbook/chooseRunbook';
import { degraded, double, runbook, standard, step } from '../../support/runbooks';

it('returns the standard runbook, or the double one while another child is awake', () => {
  const runbooks = [degraded, double, standard];
  expect(chooseRunbook(runbooks, { otherChildrenAwake: false })).toBe('standard');
  expect(chooseRunbook(runbooks, { otherChildrenAwake: true })).toBe('double');
});

it('prefers the original to another one of the trigger, and any of the trigger to none', () => {
  const receivedRunbook = runbook('standard', [step('check', 'Breathe')], { id: '0 from a friend' });
  expect(chooseRunbook([receivedRunbook, standard], { otherChildrenAwake: false })).toBe('standard');
  expect(chooseRunbook([receivedRunbook], { otherChildrenAwake: false })).toBe('0 from a friend');
});

it('falls back to the standard one if the double one is deleted or empty, and then to null', () => {
  expect(chooseRunbook([standard, { ...double, steps: [] }], { otherChildrenAwake: true })).toBe('standard');
  expect(chooseRunbook([degraded], { otherChildrenAwake: true })).toBeNull();
});
