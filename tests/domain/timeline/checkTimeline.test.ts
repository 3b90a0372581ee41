import { describe, expect, it } from 'vitest';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { entry, tonightAt } from '../../support/factories';

const now = tonightAt('08:00');
const check = (...timeline: Parameters<typeof checkTimeline>[0]) => checkTimeline(timeline, now);

describe('a valid timeline', () => {
  it('has one detection, and then resolutions and reopenings in turn', () => {
    expect(check(entry('detected', '02:43'))).toBeNull();
    expect(
      check(
        entry('detected', '02:43'),
        entry('escalated', '02:44'),
        entry('noResponse', '02:46'),
        entry('acknowledged', '02:47'),
        entry('remedy', '02:50'),
        entry('resolved', '03:03'),
        entry('reopened', '03:07'),
        entry('resolved', '03:30'),
        entry('note', '07:00'),
      ),
    ).toBeNull();
  });

  it('may have its cry and its first remedy in the same instant', () => {
    expect(check(entry('detected', '02:43'), entry('remedy', '02:43'))).toBeNull();
  });

  it('is at most a minute ahead, because two clocks differ', () => {
    const aMinuteAhead = [entry('detected', '08:01')];
    expect(checkTimeline(aMinuteAhead, now)).toBeNull();
    expect(checkTimeline([entry('detected', '08:02')], now)).toEqual({ code: 'inFuture' });
  });
});

describe('an invalid timeline', () => {
  it('has no detection, or two', () => {
    expect(check(entry('resolved', '03:03'))).toEqual({ code: 'noDetected' });
    expect(check(entry('detected', '02:43', { deletedAt: now }), entry('resolved', '03:03'))).toEqual({
      code: 'noDetected',
    });
    expect(check(entry('detected', '02:43'), entry('detected', '02:50'))).toEqual({ code: 'twoDetected' });
  });

  it('has its resolution before its detection', () => {
    expect(check(entry('resolved', '02:30'), entry('detected', '02:43'))).toEqual({ code: 'endBeforeStart' });
  });

  it('has another entry before its detection', () => {
    expect(check(entry('remedy', '02:30'), entry('detected', '02:43'))).toEqual({
      code: 'beforeDetected',
      detectedAt: tonightAt('02:43'),
    });
  });

  it('is resolved twice, or reopened while it is open', () => {
    expect(check(entry('detected', '02:43'), entry('resolved', '03:03'), entry('resolved', '03:10'))).toEqual({
      code: 'resolvedWhileClosed',
      resolvedAt: tonightAt('03:03'),
    });
    expect(check(entry('detected', '02:43'), entry('reopened', '03:03'))).toEqual({ code: 'reopenedWhileOpen' });
  });

  it('has an entry in the future, or a resolution', () => {
    expect(check(entry('detected', '02:43'), entry('resolved', '09:00'))).toEqual({ code: 'inFuture' });
  });
});
