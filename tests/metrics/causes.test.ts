import { describe, expect, it } from 'vitest';
import { entry, incident, wakeUp } from '../support/factories';
import { metricsOfIncidents } from '../support/metrics';

describe('causes', () => {
  it('counts incidents by cause, and those without a cause as unknown', () => {
    const night = [
      wakeUp('22:00', '22:10', { causeId: 'hunger' }),
      wakeUp('00:00', '00:10', { causeId: 'hunger' }),
      wakeUp('02:00', '02:10', { causeId: 'teething' }),
      wakeUp('04:00', '04:10'),
    ];
    expect(metricsOfIncidents(night).causes).toEqual({ hunger: 2, teething: 1, unknown: 1 });
  });

  it('counts “the moon” as a cause of its own', () => {
    expect(metricsOfIncidents([wakeUp('02:00', '02:10', { causeId: 'unknown-to-us' })]).causes).toEqual({
      'unknown-to-us': 1,
    });
  });

  it('leaves out incidents that do not count', () => {
    const alone = [entry('detected', '23:00'), entry('resolved', '23:00:25', { outcome: 'selfSettled' })];
    const nap = wakeUp('15:00', '15:10', { causeId: 'noise' });
    expect(metricsOfIncidents([incident(alone, { causeId: 'noise' }), nap]).causes).toEqual({});
  });
});
