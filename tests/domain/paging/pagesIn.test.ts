import { describe, expect, it } from 'vitest';
import { pagesIn } from '@/domain/paging/pagesIn';
import { pageToAnswer } from '@/domain/paging/pageToAnswer';
import type { Entry } from '@/domain/rows/incident';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { foldIncidents } from '@/domain/tonight';
import { DAD, entry, incident, MUM, tonightAt } from '../../support/factories';
import { standard } from '../../support/runbooks';

const cry = entry('detected', '02:43:00');
const page = entry('escalated', '02:44:00', { via: 'page' });

const answersOf = (entries: Entry[], needsSecondAdult = false) => {
  const state = foldTimeline(entries);
  if (!state) throw new Error('no cry');
  return pagesIn(state, needsSecondAdult).map(({ deliveredAt, answer }) => [deliveredAt, answer?.kind ?? null]);
};

describe('what came of a page', () => {
  it.each<[string, Entry[], string | null]>([
    ['nothing yet', [], null],
    ['he is up', [entry('acknowledged', '02:44:30', { by: DAD })], 'up'],
    ['he did something', [entry('remedy', '02:44:30', { by: DAD })], 'up'],
    ['he said that he can’t', [entry('noResponse', '02:44:30', { by: DAD, declined: true })], 'declined'],
    ['he said nothing', [entry('noResponse', '02:45:00', { by: DAD })], 'silent'],
    ['she got up herself', [entry('acknowledged', '02:44:30', { by: MUM })], 'somebodyElse'],
    ['the child settled alone', [entry('resolved', '02:44:30', { by: MUM, outcome: 'selfSettled' })], 'takenBack'],
    ['a call by voice besides', [entry('escalated', '02:44:30', { to: MUM, level: 2 })], null],
  ])('%s', (_name, later, kind) => {
    expect(answersOf([cry, page, ...later])).toEqual([[null, kind]]);
  });

  it('says when a phone of his rang, and not when another one’s did', () => {
    const hers = entry('delivered', '02:44:01', { to: MUM });
    expect(answersOf([cry, page, hers, entry('delivered', '02:44:02')])).toEqual([[tonightAt('02:44:02'), null]]);
  });

  it('gives each of two pages its own answer', () => {
    const silent = entry('noResponse', '02:45:00', { by: DAD });
    const second = entry('escalated', '02:46:00', { via: 'page' });
    const up = entry('acknowledged', '02:46:20', { by: DAD });
    expect(answersOf([cry, page, silent, second, entry('delivered', '02:46:01'), up])).toEqual([
      [null, 'silent'],
      [tonightAt('02:46:01'), 'up'],
    ]);
  });

  it('still waits for him with two children awake, though she is up', () => {
    expect(answersOf([cry, page, entry('acknowledged', '02:44:30', { by: MUM })], true)).toEqual([[null, null]]);
  });
});

describe('the page that a caregiver is to answer', () => {
  const toAnswer = (entries: Entry[], by = DAD) =>
    pageToAnswer(foldIncidents([incident(entries, { runbookId: 'standard' })]), [standard], by);

  it('rings until its step is over', () => {
    expect(toAnswer([cry, page])).toMatchObject({ page: { escalated: page }, ringsUntil: tonightAt('02:45:00') });
  });

  it('is there for him alone, and no more once he has answered or the child sleeps', () => {
    expect(toAnswer([cry, page], MUM)).toBeNull();
    expect(toAnswer([cry, page, entry('acknowledged', '02:44:30', { by: DAD })])).toBeNull();
    expect(toAnswer([cry, page, entry('resolved', '02:44:30')])).toBeNull();
  });

  it('is the later one of two children', () => {
    const other = incident([entry('detected', '02:50'), entry('escalated', '02:51', { via: 'page', id: 'later' })], {
      id: 'other',
    });
    const open = foldIncidents([other, incident([cry, page])]);
    expect(pageToAnswer(open, [], DAD)?.page.escalated.id).toBe('later');
  });
});
