import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import { interventionsIn } from '@/metrics/interventions';
import { DAD, entry, MUM, tonightAt } from '../support/factories';

const partsIn = (...entries: Entry[]) => interventionsIn(entries).map(({ by, at }) => [by, at]);

describe('interventionsIn', () => {
  it('returns the first response of each caregiver once', () => {
    const parts = partsIn(
      entry('detected', '02:43'),
      entry('acknowledged', '02:44'),
      entry('remedy', '02:48'),
      entry('resolved', '03:03'),
    );
    expect(parts).toEqual([[MUM, tonightAt('02:44')]]);
  });

  it('keeps the order of the responses', () => {
    const parts = partsIn(
      entry('detected', '02:43'),
      entry('remedy', '02:48', { by: DAD }),
      entry('acknowledged', '02:50', { by: MUM }),
      entry('resolved', '03:03', { by: DAD }),
    );
    expect(parts).toEqual([
      [DAD, tonightAt('02:48')],
      [MUM, tonightAt('02:50')],
    ]);
  });

  it('accepts the end as a response: asleep again or up for the day', () => {
    expect(partsIn(entry('detected', '02:43'), entry('resolved', '03:03'))).toEqual([[MUM, tonightAt('03:03')]]);
    const up = entry('resolved', '05:40', { by: DAD, outcome: 'upForDay' });
    expect(partsIn(entry('detected', '05:30'), up)).toEqual([[DAD, tonightAt('05:40')]]);
  });

  it('leaves out a tap on “settled alone”', () => {
    expect(partsIn(entry('detected', '02:43'), entry('resolved', '02:50', { outcome: 'selfSettled' }))).toEqual([]);
  });

  it('leaves out the cry, a call, a “didn’t wake” and going back to bed', () => {
    const parts = partsIn(
      entry('detected', '02:43', { by: MUM }),
      entry('escalated', '02:44', { to: DAD }),
      entry('noResponse', '02:46', { by: DAD }),
      entry('stoodDown', '02:50', { by: MUM }),
      entry('note', '02:51'),
    );
    expect(parts).toEqual([]);
  });

  it('returns nothing when no caregiver is named', () => {
    const remedy = entry('remedy', '02:48', { by: null });
    expect(partsIn(entry('detected', '02:43'), remedy, entry('resolved', '03:03', { by: null }))).toEqual([]);
  });
});
