import { describe, expect, it } from 'vitest';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { entry, tonightAt } from '../../support/factories';

const now = tonightAt('08:00');
const check = (...timeline: Parameters<typeof checkTimeline>[0]) => checkTimeline(timeline, now);

describe('checkTimeline, for a valid timeline', () => {
  it('accepts one detection, and then resolutions and reopenings in turn', () => {
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

  it('accepts a cry and a first remedy in the same instant', () => {
    expect(check(entry('detected', '02:43'), entry('remedy', '02:43'))).toBeNull();
  });

  it('accepts an entry at most a minute ahead, because two clocks differ', () => {
    const aMinuteAhead = [entry('detected', '08:01')];
    expect(checkTimeline(aMinuteAhead, now)).toBeNull();
    expect(checkTimeline([entry('detected', '08:02')], now)).toEqual({ code: 'inFuture' });
  });
});

describe('checkTimeline, for an invalid timeline', () => {
  it('refuses a timeline without a detection, or with two', () => {
    expect(check(entry('resolved', '03:03'))).toEqual({ code: 'noDetected' });
    expect(check(entry('detected', '02:43', { deletedAt: now }), entry('resolved', '03:03'))).toEqual({
      code: 'noDetected',
    });
    expect(check(entry('detected', '02:43'), entry('detected', '02:50'))).toEqual({ code: 'twoDetected' });
  });

  it('refuses a resolution before the detection', () => {
    expect(check(entry('resolved', '02:30'), entry('detected', '02:43'))).toEqual({ code: 'endBeforeStart' });
  });

  it('refuses another entry before the detection', () => {
    expect(check(entry('remedy', '02:30'), entry('detected', '02:43'))).toEqual({
      code: 'beforeDetected',
      detectedAt: tonightAt('02:43'),
    });
  });

  it('refuses a second resolution in a row, and a reopening while the incident is open', () => {
    expect(check(entry('detected', '02:43'), entry('resolved', '03:03'), entry('resolved', '03:10'))).toEqual({
      code: 'resolvedWhileClosed',
      resolvedAt: tonightAt('03:03'),
    });
    expect(check(entry('detected', '02:43'), entry('reopened', '03:03'))).toEqual({ code: 'reopenedWhileOpen' });
  });

  it('refuses an entry or a resolution in the future', () => {
    expect(check(entry('detected', '02:43'), entry('resolved', '09:00'))).toEqual({ code: 'inFuture' });
  });
});

describe('checkTimeline, for a timeline that two phones left contradicting itself', () => {
  const endedTwice = [entry('detected', '02:43'), entry('resolved', '03:03'), entry('resolved', '03:05')];
  const checkChange = (...timeline: Parameters<typeof checkTimeline>[0]) => checkTimeline(timeline, now, endedTwice);

  it('refuses no change for what was there before', () => {
    expect(checkChange(...endedTwice, entry('reopened', '03:10'))).toBeNull();
    expect(
      checkChange(...endedTwice.slice(0, 2), entry('resolved', '03:06', { id: endedTwice[2]?.id ?? '' })),
    ).toBeNull();
    expect(checkChange(...endedTwice, entry('note', '03:04'))).toBeNull();
  });

  it('refuses what the change adds, by the order in which the timeline is read', () => {
    expect(checkChange(...endedTwice, entry('resolved', '03:20'))).toEqual({
      code: 'resolvedWhileClosed',
      resolvedAt: tonightAt('03:03'),
    });
    expect(checkChange(...endedTwice, entry('note', '02:30'))).toMatchObject({ code: 'beforeDetected' });
    expect(checkChange(...endedTwice, entry('reopened', '09:00'))).toEqual({ code: 'inFuture' });
    expect(checkChange(...endedTwice.slice(1))).toEqual({ code: 'noDetected' });
  });

  it('leaves what the other phone dated ahead, and before the first cry', () => {
    const ahead = [entry('detected', '02:43'), entry('acknowledged', '08:05')];
    expect(checkTimeline([...ahead, entry('remedy', '07:59')], now, ahead)).toBeNull();
    const behind = [entry('acknowledged', '02:41'), entry('detected', '02:43')];
    expect(checkTimeline([...behind, entry('remedy', '02:50')], now, behind)).toBeNull();
  });
});
