import type { Runbook, RunbookStep } from '@/domain/rows/others';
import { at } from './factories';

/** A step for tests; its id is its title. */
export const step = (kind: RunbookStep['kind'], title: string, more: Partial<RunbookStep> = {}): RunbookStep => ({
  id: title,
  title,
  kind,
  seconds: null,
  level: null,
  remedy: null,
  ...more,
});

export const runbook = (trigger: Runbook['trigger'], steps: RunbookStep[], more: Partial<Runbook> = {}): Runbook => ({
  id: trigger,
  updatedAt: at('2026-11-01 10:00'),
  deletedAt: null,
  name: trigger,
  trigger,
  steps,
  ...more,
});

/** The standard runbook: 30 seconds of grace, level 1, level 2, to the parents' bed, feed. */
export const standard = runbook('standard', [
  step('wait', 'Grace'),
  step('escalate', 'Level 1', { level: 1, seconds: 60 }),
  step('escalate', 'Level 2', { level: 2, seconds: 60 }),
  step('remedy', 'To our bed', { remedy: 'co-sleep' }),
  step('remedy', 'Feed', { remedy: 'feed' }),
]);

/**
 * The degraded runbook: the other parent, in the child's bed, five minutes of cuddling, no feed.
 */
export const degraded = runbook('degraded', [
  step('wait', 'Grace'),
  step('escalate', 'The other one', { level: 2, seconds: 60 }),
  step('remedy', 'Own bed', { remedy: 'lie-down' }),
  step('remedy', 'Cuddle', { remedy: 'cuddle', seconds: 300 }),
  step('check', 'No feed'),
]);

/** The runbook for two children: triage. */
export const double = runbook('double', [
  step('check', 'Keep the other asleep', { seconds: 60 }),
  step('escalate', 'Help', { level: 2, seconds: 60 }),
  step('remedy', 'Nappy', { remedy: 'diaper' }),
  step('check', 'Sheets'),
]);
