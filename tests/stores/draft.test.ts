import { beforeEach, expect, it } from 'vitest';
import { clearDrafts, readDraft, saveDraft } from '@/stores/draft';

const NIGHT = 'infernalops.2026-11-16';
const draft = { over: '', base: '# Night', typed: '# Night\nMine.' };

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

it('keeps a draft until it is deleted', () => {
  saveDraft(NIGHT, draft);
  expect(readDraft(NIGHT)).toEqual(draft);
  saveDraft(NIGHT, null);
  expect(readDraft(NIGHT)).toBeNull();
});

it('keeps the drafts of a GameDay apart from the real ones and from those of another GameDay', () => {
  sessionStorage.setItem('infernalops.gameday', '7');
  saveDraft(NIGHT, draft);
  expect(readDraft(NIGHT)).toEqual(draft);
  expect(localStorage).toHaveLength(0);
  sessionStorage.setItem('infernalops.gameday', '8');
  expect(readDraft(NIGHT)).toBeNull();
  sessionStorage.removeItem('infernalops.gameday');
  expect(readDraft(NIGHT)).toBeNull();
});

it('deletes all drafts and no other key', () => {
  localStorage.setItem('infernalops.device', '{}');
  saveDraft(NIGHT, draft);
  saveDraft('infernalops.2026-11-15', draft);
  clearDrafts();
  expect(Object.keys(localStorage)).toEqual(['infernalops.device']);
});
