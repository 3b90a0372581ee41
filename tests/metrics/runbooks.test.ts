import { describe, expect, it } from 'vitest';
import { wakeUp } from '../support/factories';
import { metricsOfIncidents } from '../support/metrics';

describe('runbooks', () => {
  it('counts incidents by runbook id, and those without a runbook as none', () => {
    const night = [
      wakeUp('22:00', '22:10', { runbookId: 'standard' }),
      wakeUp('00:00', '00:10', { runbookId: 'standard' }),
      wakeUp('02:00', '02:10', { runbookId: 'degraded' }),
      wakeUp('04:00', '04:10'),
    ];
    expect(metricsOfIncidents(night).runbooks).toEqual({ standard: 2, degraded: 1, none: 1 });
  });

  it('always returns the key none, even if it is 0', () => {
    expect(metricsOfIncidents([wakeUp('22:00', '22:10', { runbookId: 'standard' })]).runbooks).toEqual({
      standard: 1,
      none: 0,
    });
    expect(metricsOfIncidents([]).runbooks).toEqual({ none: 0 });
  });

  it('leaves out incidents that do not count', () => {
    expect(metricsOfIncidents([wakeUp('15:00', '15:10', { runbookId: 'standard' })]).runbooks).toEqual({ none: 0 });
  });
});
