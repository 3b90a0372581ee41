import { beforeEach, expect, it } from 'vitest';
import { clearDrafts, readDraft, saveDraft } from '@/stores/draft';

const NIGHT = 'infernalops.2026-11-16';
const mine = { over: '', base: '# Night', typed: '# Night\nMine.' };

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

it('what is being typed outlives a reload, until it is stored', () => {
  saveDraft(NIGHT, mine);
  expect(readDraft(NIGHT)).toEqual(mine);
  saveDraft(NIGHT, null);
  expect(readDraft(NIGHT)).toBeNull();
});

it('a GameDay’s ends with its window, and is not in the next GameDay, whose log has the same name', () => {
  sessionStorage.setItem('infernalops.gameday', '7');
  saveDraft(NIGHT, mine);
  expect(readDraft(NIGHT)).toEqual(mine);
  expect(localStorage).toHaveLength(0);
  sessionStorage.setItem('infernalops.gameday', '8');
  expect(readDraft(NIGHT)).toBeNull();
  sessionStorage.removeItem('infernalops.gameday');
  expect(readDraft(NIGHT)).toBeNull();
});

it('with the log all of them go, and nothing else does', () => {
  localStorage.setItem('infernalops.device', '{}');
  saveDraft(NIGHT, mine);
  saveDraft('infernalops.2026-11-15', mine);
  clearDrafts();
  expect(Object.keys(localStorage)).toEqual(['infernalops.device']);
});
