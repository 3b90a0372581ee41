import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import { interventionsIn } from '@/metrics/interventions';
import { DAD, entry, MUM, tonightAt } from '../support/factories';

const partsIn = (...entries: Entry[]) => interventionsIn(entries).map(({ by, at }) => [by, at]);

describe('a caregiver’s part in an incident', () => {
  it('is one, however much they did, from the first thing on', () => {
    const parts = partsIn(
      entry('detected', '02:43'),
      entry('acknowledged', '02:44'),
      entry('remedy', '02:48'),
      entry('resolved', '03:03'),
    );
    expect(parts).toEqual([[MUM, tonightAt('02:44')]]);
  });

  it('comes in the order in which they came to it', () => {
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

  it('may be the end alone, asleep again or up for the day', () => {
    expect(partsIn(entry('detected', '02:43'), entry('resolved', '03:03'))).toEqual([[MUM, tonightAt('03:03')]]);
    const up = entry('resolved', '05:40', { by: DAD, outcome: 'upForDay' });
    expect(partsIn(entry('detected', '05:30'), up)).toEqual([[DAD, tonightAt('05:40')]]);
  });

  it('is not to have tapped “settled alone”: nobody did anything', () => {
    expect(partsIn(entry('detected', '02:43'), entry('resolved', '02:50', { outcome: 'selfSettled' }))).toEqual([]);
  });

  it('is not to log the cry, to be called, not to wake, or to go back to bed', () => {
    const parts = partsIn(
      entry('detected', '02:43', { by: MUM }),
      entry('escalated', '02:44', { to: DAD }),
      entry('noResponse', '02:46', { by: DAD }),
      entry('stoodDown', '02:50', { by: MUM }),
      entry('note', '02:51'),
    );
    expect(parts).toEqual([]);
  });

  it('is nobody’s where nobody is named', () => {
    const remedy = entry('remedy', '02:48', { by: null });
    expect(partsIn(entry('detected', '02:43'), remedy, entry('resolved', '03:03', { by: null }))).toEqual([]);
  });
});
