import { describe, expect, it } from 'vitest';
import { idsNeeded, mergeWakeUps } from '@/domain/review/mergeWakeUps';
import type { Entry, Incident } from '@/domain/rows/incident';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { liveEntries } from '@/domain/timeline/foldTimeline';
import { getFormat } from '@/i18n/format';
import { DAD, entry, incident, MUM, PARIS, tonightAt, wakeUp } from '../../support/factories';
import { freshIds } from '../../support/review';

const now = tonightAt('09:00');

function merged(first: Incident, second: Incident): Incident {
  const result = mergeWakeUps(first, second, { ids: freshIds(idsNeeded(first, second)), now });
  if (!result.ok) throw new Error(result.refusal.code);
  expect(checkTimeline(result.value.timeline, now)).toBeNull();
  return result.value;
}

const { time: formatTime } = getFormat('en-GB', PARIS);
const formatEntry = (each: Entry) =>
  [formatTime(each.at), each.kind, 'by' in each && each.by].filter(Boolean).join(' ');
const linesOf = ({ timeline }: Incident) => liveEntries(timeline).map(formatEntry);

/** An incident of a second phone, on which entries of the same instants have other ids. */
const incidentOfSecondPhone = (timeline: Entry[], more: Partial<Incident> = {}): Incident =>
  incident(
    timeline.map((each) => ({ ...each, id: `other ${each.id}` })),
    { id: 'other', ...more },
  );

describe('mergeWakeUps, for two incidents one after the other', () => {
  it('makes the second cry a reopening, and keeps all other entries', () => {
    const second = incidentOfSecondPhone([
      entry('detected', '03:07'),
      entry('escalated', '03:08'),
      entry('remedy', '03:10', { by: DAD }),
      entry('resolved', '03:20', { by: DAD }),
    ]);
    expect(linesOf(merged(wakeUp('02:43', '03:03'), second))).toEqual([
      '02:43 detected',
      '03:03 resolved mum',
      '03:07 reopened',
      '03:08 escalated',
      '03:10 remedy dad',
      '03:20 resolved dad',
    ]);
  });

  it('accepts a second incident that begins when the first ends, and one that is still open', () => {
    expect(linesOf(merged(wakeUp('02:43', '03:03'), incidentOfSecondPhone([entry('detected', '03:03')])))).toEqual([
      '02:43 detected',
      '03:03 resolved mum',
      '03:03 reopened',
    ]);
  });

  it('leaves out entries that were deleted from the second incident', () => {
    const deletedEntry = entry('remedy', '03:10', { deletedAt: now });
    const second = incidentOfSecondPhone([entry('detected', '03:07'), deletedEntry, entry('resolved', '03:20')]);
    expect(linesOf(merged(wakeUp('02:43', '03:03'), second))).toHaveLength(4);
  });
});

describe('mergeWakeUps, for two incidents at the same time', () => {
  it('the child is awake while at least one phone says so: on hers 2:43 to 3:03, on his 2:45 to 3:05', () => {
    const mums = incident([
      entry('detected', '02:43', { by: MUM }),
      entry('acknowledged', '02:44'),
      entry('resolved', '03:03'),
    ]);
    const dads = incidentOfSecondPhone([
      entry('detected', '02:45', { by: DAD }),
      entry('resolved', '03:05', { by: DAD }),
    ]);
    // Her "asleep again" is dropped, and it says that she went back to bed.
    expect(linesOf(merged(mums, dads))).toEqual([
      '02:43 detected mum',
      '02:44 acknowledged mum',
      '03:03 stoodDown mum',
      '03:05 resolved dad',
    ]);
  });

  it('keeps who was there at a resolution within the other incident', () => {
    const short = incidentOfSecondPhone([entry('detected', '02:45'), entry('resolved', '02:50', { by: DAD })]);
    expect(linesOf(merged(wakeUp('02:43', '03:03'), short))).toEqual([
      '02:43 detected',
      '02:50 acknowledged dad',
      '03:03 resolved mum',
    ]);
  });

  it('marks a dropped resolution deleted instead of removing it, so that one write undoes it', () => {
    const { timeline } = merged(
      wakeUp('02:43', '03:03'),
      incidentOfSecondPhone([entry('detected', '02:45'), entry('resolved', '03:05')]),
    );
    expect(timeline.find(({ id }) => id === 'resolved 03:03')).toMatchObject({ kind: 'resolved', deletedAt: now });
  });

  it('ends an open incident with the other one if it has no later entries', () => {
    const open = incident([entry('detected', '02:43')]);
    const closed = incidentOfSecondPhone([entry('detected', '02:44'), entry('resolved', '03:03')]);
    expect(linesOf(merged(open, closed))).toEqual(['02:43 detected', '03:03 resolved mum']);
    const stillAtIt = incident([entry('detected', '02:43'), entry('remedy', '03:30', { by: MUM })]);
    expect(linesOf(merged(stillAtIt, closed))).not.toContain('03:03 resolved mum');
  });

  it('makes one open incident of two', () => {
    const [one, two] = [incident([entry('detected', '02:43')]), incidentOfSecondPhone([entry('detected', '02:44')])];
    expect(linesOf(merged(one, two))).toEqual(['02:43 detected']);
  });
});

describe('mergeWakeUps, for causes and notes', () => {
  const first = wakeUp('02:43', '03:03', { note: 'a tooth?' });
  const second = (more: Partial<Incident>) =>
    incidentOfSecondPhone([entry('detected', '03:07'), entry('resolved', '03:20')], more);

  it('keeps a cause or note of one of the two incidents', () => {
    expect(merged(first, second({ causeId: 'teething', runbookId: 'standard' }))).toMatchObject({
      causeId: 'teething',
      runbookId: 'standard',
      note: 'a tooth?',
    });
  });

  it('makes two lines of two different notes, and one of equal notes', () => {
    expect(merged(first, second({ note: 'the other tooth' })).note).toBe('a tooth?\nthe other tooth');
    expect(merged(first, second({ note: 'a tooth?' })).note).toBe('a tooth?');
  });

  it('puts a private note into the timeline, so that it never reaches the paediatrician', () => {
    const row = merged(first, second({ note: 'cries when lying down', forReport: true }));
    expect(row).toMatchObject({ note: 'cries when lying down', forReport: true });
    expect(liveEntries(row.timeline)).toContainEqual(expect.objectContaining({ kind: 'note', text: 'a tooth?' }));
  });
});

it('refuses a merge if the order has changed since, or if there are too few ids', () => {
  const [first, second] = [wakeUp('02:43', '03:03'), wakeUp('03:07', '03:20')];
  const ids = freshIds(idsNeeded(first, second));
  const refusal = { ok: false, refusal: { code: 'changedSince' } };
  expect(mergeWakeUps(second, first, { ids, now })).toEqual(refusal);
  expect(mergeWakeUps(first, second, { ids: ids.slice(1), now })).toEqual(refusal);
});
