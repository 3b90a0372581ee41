import type { Runbook } from '@/domain/rows/others';

/**
 * Whether a runbook needs one more adult even if somebody is up: to hand over, or because two
 * children are awake.
 */
export const needsSecondAdult = (trigger: Runbook['trigger'] | undefined): boolean =>
  trigger === 'degraded' || trigger === 'double';
