import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import { foldIncidents } from '@/domain/tonight';
import { lastPageEnd } from '@/features/watch/pageEnd';
import { DAD, entry, incident, LEO, MUM, tonightAt } from '../../support/factories';

const DETECTED = entry('detected', '02:43', { by: MUM });
const PAGE = entry('escalated', '02:44', { to: DAD, via: 'page' });
const TO_MUM = entry('escalated', '02:46', { to: MUM, level: 2, via: 'page' });

/** What Dad's phone says at 2:50 of the page, after these entries. */
const endFor = (said: Entry[], now = '02:50') =>
  lastPageEnd({
    folded: foldIncidents([incident([DETECTED, PAGE, ...said], { childId: LEO, runbookId: null })]),
    runbooks: [],
    caregiverId: DAD,
    now: tonightAt(now),
  });

describe('what came of a page', () => {
  it('is nothing while an answer is missing', () => {
    expect(endFor([])).toBeNull();
  });

  it('is who was woken instead, after silence and after “I can’t”', () => {
    const silence = entry('noResponse', '02:46', { by: DAD });
    const cannot = entry('noResponse', '02:46', { by: DAD, declined: true });
    expect(endFor([silence, TO_MUM])).toEqual({ kind: 'silent', childId: LEO, otherId: MUM });
    expect(endFor([cannot, TO_MUM])).toEqual({ kind: 'declined', childId: LEO, otherId: MUM });
    expect(endFor([cannot])).toEqual({ kind: 'declined', childId: LEO, otherId: null });
  });

  it('is who got up without having been asked', () => {
    expect(endFor([entry('acknowledged', '02:45', { by: MUM })])).toEqual({
      kind: 'somebodyElse',
      childId: LEO,
      otherId: MUM,
    });
  });

  it('is that the child is asleep again', () => {
    expect(endFor([entry('resolved', '02:45', { outcome: 'selfSettled' })])?.kind).toBe('takenBack');
  });

  it('is told for a quarter of an hour', () => {
    const settled = [entry('resolved', '02:45')];
    expect(endFor(settled, '02:59')).not.toBeNull();
    expect(endFor(settled, '03:00')).toBeNull();
  });

  it('is that of the last page, and of no page to somebody else', () => {
    const again = entry('escalated', '02:47', { to: DAD, via: 'page' });
    const silence = entry('noResponse', '02:46', { by: DAD });
    expect(endFor([silence, again, entry('acknowledged', '02:48', { by: DAD })])?.kind).toBe('up');
    expect(
      lastPageEnd({
        folded: foldIncidents([incident([DETECTED, PAGE, entry('acknowledged', '02:45', { by: DAD })])]),
        runbooks: [],
        caregiverId: MUM,
        now: tonightAt('02:50'),
      }),
    ).toBeNull();
  });
});
