import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import { caregiversAwake } from '@/metrics/caregiversAwake';
import { DAD, entry, MUM, tonightAt } from '../support/factories';
import { interval, NEXT_MORNING } from '../support/metrics';

const awake = (entries: readonly Entry[], now: Instant = NEXT_MORNING) =>
  caregiversAwake(entries, now).map(({ caregiverId, from, to }) => [caregiverId, { from, to }]);

describe('caregiversAwake: stretches', () => {
  it('returns a stretch from a caregiver’s first entry until they go back to bed, or until the end', () => {
    const entries = [
      entry('detected', '02:43', { by: MUM }),
      entry('acknowledged', '02:50', { by: DAD }),
      entry('stoodDown', '02:51', { by: MUM }),
      entry('resolved', '03:03', { by: DAD }),
    ];
    expect(awake(entries)).toEqual([
      [MUM, interval('02:43', '02:51')],
      [DAD, interval('02:50', '03:03')],
    ]);
  });

  it('begins a stretch with a remedy, even without “I’m up”', () => {
    expect(awake([entry('detected', '02:43'), entry('remedy', '02:48'), entry('resolved', '03:03')])).toEqual([
      [MUM, interval('02:48', '03:03')],
    ]);
  });

  it('does not begin a new stretch with further entries of a caregiver', () => {
    const entries = [
      entry('detected', '02:43', { by: MUM }),
      entry('acknowledged', '02:44'),
      entry('remedy', '02:48'),
      entry('resolved', '03:03'),
    ];
    expect(awake(entries)).toEqual([[MUM, interval('02:43', '03:03')]]);
  });

  it('begins a new stretch when a caregiver does something after going back to bed', () => {
    const entries = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:44'),
      entry('stoodDown', '02:50'),
      entry('remedy', '02:58'),
      entry('resolved', '03:03'),
    ];
    expect(awake(entries)).toEqual([
      [MUM, interval('02:44', '02:50')],
      [MUM, interval('02:58', '03:03')],
    ]);
  });

  it('begins a stretch after a reopening only with the next entry of a caregiver', () => {
    const entries = [
      entry('detected', '02:43', { by: MUM }),
      entry('resolved', '03:03'),
      entry('reopened', '03:07'),
      entry('acknowledged', '03:09'),
      entry('resolved', '03:30'),
    ];
    expect(awake(entries)).toEqual([
      [MUM, interval('02:43', '03:03')],
      [MUM, interval('03:09', '03:30')],
    ]);
  });

  it('ends a stretch at now while the incident is open', () => {
    const entries = [entry('detected', '02:43'), entry('acknowledged', '02:45')];
    expect(awake(entries, tonightAt('02:55'))).toEqual([[MUM, interval('02:45', '02:55')]]);
  });

  it('ends a stretch at now even if the log has later entries', () => {
    const entries = [entry('detected', '02:43'), entry('acknowledged', '02:45'), entry('resolved', '03:03')];
    expect(awake(entries, tonightAt('02:55'))).toEqual([[MUM, interval('02:45', '02:55')]]);
    expect(awake(entries, tonightAt('02:45'))).toEqual([]);
  });
});

describe('caregiversAwake: stretches that are left out', () => {
  it('returns nothing when no entry names a caregiver', () => {
    expect(awake([entry('detected', '02:43'), entry('remedy', '02:48', { by: null })])).toEqual([]);
  });

  it('does not begin a stretch with a call, a “didn’t wake” or the end', () => {
    const entries = [
      entry('detected', '02:43'),
      entry('escalated', '02:44', { to: DAD }),
      entry('noResponse', '02:46', { by: DAD }),
      entry('resolved', '03:03', { by: MUM }),
    ];
    expect(awake(entries)).toEqual([]);
  });

  it('leaves out stretches of no length', () => {
    const entries = [entry('detected', '02:43'), entry('acknowledged', '03:03'), entry('resolved', '03:03')];
    expect(awake(entries)).toEqual([]);
  });

  it('does not begin a stretch when a caregiver goes back to bed without having been up', () => {
    expect(awake([entry('detected', '02:43'), entry('stoodDown', '02:50'), entry('resolved', '03:03')])).toEqual([]);
  });
});
