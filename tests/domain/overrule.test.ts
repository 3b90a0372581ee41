import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeIncidents, mergeRows } from '@/domain/mergeRows';
import { overrule, overruleAway } from '@/domain/overrule';
import { foldTimeline, liveEntries } from '@/domain/timeline/foldTimeline';
import type { Instant } from '@/lib/time';
import { entry, incident, leo, tonightAt } from '../support/factories';

const now = tonightAt('08:00');

describe('a row that is overruled', () => {
  it('says what is wanted, and wins against what was there in any order', () => {
    const here = { ...leo, name: 'Léo', updatedAt: tonightAt('07:00') };
    const wanted = { ...leo, name: 'Leo', updatedAt: tonightAt('01:00') };
    const written = overrule('children', here, wanted, now);
    expect(written).toEqual({ ...wanted, updatedAt: now });
    expect(mergeRows(here, written)).toEqual(written);
    expect(mergeRows(written, here)).toEqual(written);
  });

  it('wins although the clock was set back since, or the row was written in this millisecond', () => {
    const here = { ...leo, name: 'Zzz', updatedAt: now };
    const written = overrule('children', here, leo, now);
    expect(written.updatedAt).toBeGreaterThan(now);
    expect(mergeRows(here, written)).toEqual(written);
  });

  it('stays as it is if it says the same, and keeps the stamps of a version that wins anyway', () => {
    expect(overrule('children', leo, { ...leo }, now)).toBe(leo);
    const later = { ...leo, name: 'Leo', updatedAt: tonightAt('07:00') };
    expect(overrule('children', leo, later, now)).toBe(later);
  });

  it('is marked deleted once', () => {
    const gone = overruleAway(leo, now);
    expect(gone).toEqual({ ...leo, deletedAt: now, updatedAt: now });
    expect(overruleAway(gone, tonightAt('09:00'))).toBe(gone);
  });
});

describe('an incident that is overruled', () => {
  it('has the wanted lines only, and no merge brings the others back', () => {
    const here = incident([entry('detected', '02:43'), entry('remedy', '02:50'), entry('resolved', '03:03')]);
    const wanted = incident([entry('detected', '02:43'), entry('resolved', '03:10', { id: 'another end' })]);
    const written = overrule('incidents', here, wanted, now);
    for (const merged of [mergeIncidents(here, written), mergeIncidents(written, here)]) {
      expect(merged).toEqual(written);
      expect(liveEntries(merged.timeline).map(({ kind }) => kind)).toEqual(['detected', 'resolved']);
      expect(foldTimeline(merged.timeline)?.resolution?.at).toBe(tonightAt('03:10'));
    }
  });

  it('wins every merge, whatever the stamps of both were', () => {
    const stamp = fc.integer({ min: tonightAt('02:00'), max: tonightAt('09:00') }).map((ms) => ms as Instant);
    const version = fc
      .record({ end: fc.constantFrom('03:03', '03:10'), at: stamp, of: stamp, isDeleted: fc.boolean() })
      .map(({ end, at, of, isDeleted }) =>
        incident(
          [
            entry('detected', '02:43', { id: 'cry' }),
            entry('resolved', end, { id: 'end', updatedAt: at, deletedAt: isDeleted ? at : null }),
          ],
          { updatedAt: of, note: end },
        ),
      );
    fc.assert(
      fc.property(version, version, stamp, (here, wanted, at) => {
        const written = overrule('incidents', here, wanted, at);
        expect(mergeIncidents(here, written)).toEqual(written);
        expect(written.note).toBe(wanted.note);
        const end = written.timeline.find(({ id }) => id === 'end');
        expect({ ...end, updatedAt: 0 }).toEqual({ ...wanted.timeline.find(({ id }) => id === 'end'), updatedAt: 0 });
      }),
    );
  });
});
