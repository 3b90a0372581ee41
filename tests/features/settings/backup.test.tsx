import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { restoreLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { readPeople } from '@/db/queries';
import { toStoredIncident } from '@/db/storedIncident';
import { parseBackup } from '@/domain/backup';
import type { HouseholdLog } from '@/domain/rows/tables';
import HouseholdPages from '@/features/settings/HouseholdPages';
import type { Language } from '@/i18n/translator';
import type { Instant } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { readDraft, saveDraft } from '@/stores/draft';
import { useReviewSkips } from '@/stores/review';
import {
  dumpDatabase,
  dumpRows,
  emptyLog,
  exampleLog,
  exampleText,
  exampleWith,
  exampleWithKey,
  fillDatabase,
  otherPhoneLog,
} from '../../support/backup';
import { freshDatabaseName, householdDatabase, openWindow } from '../../support/database';
import { at, entry, household, incident, tonightAt, wakeUp } from '../../support/factories';
import { screenStarter, setNow, statusText } from '../../support/screen';

const startScreen = screenStarter(['/household/:page', HouseholdPages]);

// These tests render whole screens, possibly on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

const NOW = tonightAt('10:05');
/** The file name of a backup saved at `NOW`. */
const NAME = 'infernalops-2026-11-17.json';

const phoneWith = (log: HouseholdLog) => fillDatabase(openWindow(freshDatabaseName()), log);

/** Opens a page behind Household at 10:05. */
async function open(db?: InfernalDatabase, language: Language = 'en', page = 'restore') {
  setNow(NOW);
  const started = await startScreen({ hash: `#/household/${page}`, language, ...(db ? { db } : {}) });
  await screen.findByRole('heading', { level: 1 });
  // The page has read what it shows once the transactions before this one are over.
  await act(() => started.db.transaction('r', started.db.tables, () => {}));
  return started;
}

const main = () => within(screen.getByRole('main'));
const sheet = () => within(screen.getByRole('dialog'));
const button = (name: string) => screen.getByRole('button', { name });

/** A file as a file picker returns it. `arrayBuffer` is added, since jsdom's File has none. */
function fileWith(content: string | Uint8Array, name = 'backup.json'): File {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return Object.assign(new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'application/json' }), {
    arrayBuffer: async () => bytes.buffer,
  });
}
const pick = (user: Awaited<ReturnType<typeof open>>['user'], file: File, label = 'Restore from a file') =>
  user.upload(screen.getByLabelText(label), file);

/** Picks a backup, and waits for the preview of the restore. */
async function pickBackup(user: Awaited<ReturnType<typeof open>>['user'], text: string) {
  await pick(user, fileWith(text));
  await screen.findByRole('dialog', { name: 'What is in the file' });
  await sheet().findByRole('button', { name: /^(Merge it|Replace the log)$/ });
}

/** Records the name and text of every file that the browser downloads from now on. */
function recordDownloads() {
  const saved: { name: string; text: Promise<string> }[] = [];
  let last = new Blob();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      last = blob;
      return 'blob:log';
    },
    revokeObjectURL: () => {},
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: textOf(last) });
  });
  return saved;
}

const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });

const restoreGlobals: (() => void)[] = [];
/** Gives the browser a share sheet, and returns its mock. */
function mockShareSheet(share: () => Promise<void>, can: () => boolean = () => true) {
  const mock = vi.fn<(data: ShareData) => Promise<void>>(share);
  for (const [name, value] of Object.entries({ canShare: can, share: mock })) {
    Object.defineProperty(navigator, name, { value, configurable: true });
    restoreGlobals.push(() => Reflect.deleteProperty(navigator, name));
  }
  return mock;
}
afterEach(() => {
  for (const restore of restoreGlobals.splice(0)) restore();
});

describe('an invalid backup file', () => {
  it.each([
    ['a letter', 'hello', 'The file is no whole backup: it may be cut off, or something else.'],
    [
      'half a backup',
      exampleText().slice(0, 3000),
      'The file is no whole backup: it may be cut off, or something else.',
    ],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff]), 'The file is not a text, so it is no backup.'],
    ['another app’s', '{"babies":[]}', 'The file is no backup of InfernalOps (format).'],
    [
      'a newer app’s',
      exampleWith({ version: 6 }),
      'A newer InfernalOps made this file (version 6). Update the app, then try again.',
    ],
    [
      'with more in it than is known',
      exampleWithKey('children[1]', 'shoeSize', '21'),
      'The file has something this app does not know: children[1].shoeSize.',
    ],
    [
      'with a time that cannot be',
      exampleWith({ 'incidents[0].timeline[3].at': 'three' }),
      'The file has something wrong at incidents[0].timeline[3].at.',
    ],
  ])('is refused in one sentence on its page, and nothing changes: %s', async (_what, content, sentence) => {
    const db = await phoneWith(exampleLog());
    const before = await dumpDatabase(db);
    const { user } = await open(db);
    await pick(user, fileWith(content));
    expect(await main().findByRole('alert')).toHaveTextContent(`${sentence} Nothing was changed.`);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await dumpDatabase(db)).toBe(before);
  });

  it('refuses a file that is too large without reading it', async () => {
    const { user } = await open();
    const arrayBuffer = vi.fn(() => Promise.reject(new Error('read')));
    const large = Object.assign(fileWith('{}'), { arrayBuffer });
    Object.defineProperty(large, 'size', { value: 500_000_000 });
    await pick(user, large);
    expect(await main().findByRole('alert')).toHaveTextContent('The file is larger than 200 MB');
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('removes the error of an invalid file when another file is picked', async () => {
    const { user } = await open();
    await pick(user, fileWith('hello'));
    await main().findByRole('alert');
    await pick(user, fileWith('hello'));
    expect(await main().findByRole('alert')).toHaveTextContent('The file is no whole backup');
    await pickBackup(user, exampleText());
    expect(main().queryByRole('alert')).toBeNull();
  });

  it('refuses an invalid file in French', async () => {
    const { user } = await open(undefined, 'fr');
    await pick(user, fileWith('hello'), 'Restaurer depuis un fichier');
    expect(await main().findByRole('alert')).toHaveTextContent(
      /^Le fichier n’est pas une sauvegarde entière\s: il est coupé, ou c’est autre chose\. Rien n’a changé\.$/,
    );
  });
});

describe('the preview of a backup', () => {
  it('shows the content of the backup', async () => {
    const { user } = await open();
    await pickBackup(user, exampleText());
    const lines = sheet().getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent?.replace(/\s/g, ' '))).toEqual([
      'Saved on Tue 17 Nov, 10:00',
      'Léo, Zoé, Dad, Mum',
      '5 wake-ups, from Mon 16 Nov to Tue 17 Nov',
      '2 nights with a bedtime or a morning',
      '7 other rows',
    ]);
  });

  it('shows that a backup is nearly empty', async () => {
    const { user } = await open(await phoneWith(exampleLog()));
    await pickBackup(user, exampleText(emptyLog()));
    expect(sheet().getByText('no wake-ups')).toBeInTheDocument();
    expect(sheet().getByText('no night with a bedtime or a morning')).toBeInTheDocument();
    expect(sheet().queryByText(/other row/)).toBeNull();
  });

  it('shows day and time of saving in the time zone of the backup', async () => {
    const { user } = await open();
    // 4:00 in Paris is 22:00 of the day before in New York.
    const saved = { household: household({ timeZone: 'America/New_York' }) };
    const text = exampleText({ ...emptyLog(), ...saved }).replace(
      /"exportedAt":\d+/,
      `"exportedAt":${at('2026-11-17 04:00')}`,
    );
    await pickBackup(user, text);
    expect(sheet().getByText(/^Saved on/).textContent).toMatch(/Mon\s16\sNov, 22:00|Tue\s17\sNov, 04:00/);
  });

  it('shows what a merge and a replacement would do', async () => {
    const { user } = await open(await phoneWith(exampleLog()));
    await pickBackup(user, exampleText(otherPhoneLog()));
    const merging = 'Merging adds one row, changes 2 and takes nothing away.';
    expect(await screen.findByText(merging)).toBeInTheDocument();
    expect(sheet().queryByRole('button', { name: 'Save the log that is here first' })).toBeNull();
    await user.click(sheet().getByRole('button', { name: 'Replace' }));
    const replacing =
      'Replacing puts the file in the place of the log here. One wake-up is here and not in the file: it goes.';
    expect(sheet().getByText(replacing)).toBeInTheDocument();
    expect(sheet().queryByText(merging)).toBeNull();
    expect(
      sheet().getByText('The log that is here stays kept until the app has been started twice.'),
    ).toBeInTheDocument();
  });

  it('shows that a merge would change nothing when the log has everything already', async () => {
    const { user } = await open(await phoneWith(exampleLog()));
    await pickBackup(user, exampleText());
    expect(
      sheet().getByText('Everything in the file is here already: merging would change nothing.'),
    ).toBeInTheDocument();
  });

  it('changes nothing while only the preview is shown', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpDatabase(db);
    const { user } = await open(db);
    await pickBackup(user, exampleText(otherPhoneLog()));
    await user.click(await screen.findByRole('button', { name: 'Replace' }));
    await user.click(sheet().getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await dumpDatabase(db)).toBe(before);
  });
});

describe('merging a backup', () => {
  it('adds the rows of the file, and reports the merge in a message', async () => {
    const db = await phoneWith(exampleLog());
    const expected = await phoneWith(exampleLog());
    await restoreLog(expected, { log: otherPhoneLog(), mode: 'merge', now: NOW });
    const { user } = await open(db);
    await pickBackup(user, exampleText(otherPhoneLog()));
    await user.click(await screen.findByRole('button', { name: 'Merge it' }));
    await waitFor(() => expect(statusText()).toMatch('Restored'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await dumpRows(db)).toBe(await dumpRows(expected));
    expect((await db.children.toArray()).map(({ name }) => name)).toContain('Léon');
    expect(screen.queryByRole('button', { name: 'Bring it back' })).toBeNull();
  });

  const withLines = (from: string) => {
    const lines = Array.from({ length: 600 }, (_, n) => entry('note', '02:50', { id: `${from} ${n}`, text: from }));
    return incident([entry('detected', '02:43'), ...lines, entry('resolved', '03:03')], { id: 'both' });
  };
  const TOO_MANY_LINES = 'The file has something wrong at incidents[0].timeline.';

  it('disables an impossible merge with the reason, and still allows replacing', async () => {
    const db = await phoneWith({ ...emptyLog(), incidents: [withLines('here')] });
    const { user } = await open(db);
    await pickBackup(user, exampleText({ ...emptyLog(), incidents: [withLines('there')] }));
    expect(await sheet().findByRole('alert')).toHaveTextContent(`${TOO_MANY_LINES} Nothing was changed.`);
    expect(button('Merge it')).toBeDisabled();
    await user.click(sheet().getByRole('button', { name: 'Replace' }));
    expect(sheet().queryByRole('alert')).toBeNull();
    await user.click(button('Replace the log'));
    await waitFor(() => expect(statusText()).toMatch('Restored'));
    expect((await db.incidents.get('both'))?.timeline[1]).toMatchObject({ text: 'there' });
  });

  it('refuses a merge in the sheet when lines were logged after the preview', async () => {
    const db = await phoneWith({ ...emptyLog(), incidents: [wakeUp('01:00', '01:10')] });
    const { user } = await open(db);
    await pickBackup(user, exampleText({ ...emptyLog(), incidents: [withLines('there')] }));
    await screen.findByText(/^Merging adds one row/);
    await db.incidents.put(toStoredIncident(withLines('here')));
    const before = await dumpDatabase(db);
    await user.click(button('Merge it'));
    expect(await sheet().findByRole('alert')).toHaveTextContent(TOO_MANY_LINES);
    expect(await dumpDatabase(db)).toBe(before);
  });

  it('makes one wake-up of a child who is awake in both', async () => {
    const here = incident([entry('detected', '09:00', { id: 'her cry' })], { id: '1 here' });
    const there = incident([entry('detected', '09:30', { id: 'his cry' })], { id: '2 there' });
    const db = await phoneWith({ ...emptyLog(), incidents: [here] });
    const { user } = await open(db);
    await pickBackup(user, exampleText({ ...emptyLog(), incidents: [there] }));
    await screen.findByText(/^Merging adds one row/);
    await user.click(button('Merge it'));
    await waitFor(() => expect(statusText()).toMatch('Restored'));
    expect((await db.incidents.get('1 here'))?.timeline.map(({ id }) => id)).toEqual(['her cry', 'his cry']);
    expect(await db.incidents.get('2 there')).toMatchObject({ mergedInto: '1 here' });
  });
});

describe('replacing the log', () => {
  it('writes the log of the file, and the previous log can be brought back', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpRows(db);
    const { user } = await open(db);
    await pickBackup(user, exampleText(otherPhoneLog()));
    await user.click(await screen.findByRole('button', { name: 'Replace' }));
    await user.click(button('Replace the log'));
    await waitFor(() => expect(statusText()).toMatch('Restored'));
    expect(await dumpRows(db)).toBe(await dumpRows(await phoneWith(otherPhoneLog())));
    const kept = await screen.findByText(/^The log from before/);
    expect(kept.textContent?.replace(/\s/g, ' ')).toBe(
      'The log from before Tue 17 Nov, 10:05, is still kept, until the app has been started twice.',
    );
    await user.click(button('Bring it back'));
    await waitFor(() => expect(statusText()).toMatch('The log from before is back.'));
    expect(await dumpRows(db)).toBe(before);
  });

  it('replaces the log once on a double tap, so the previous log is still kept', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpRows(db);
    const { user } = await open(db);
    await pickBackup(user, exampleText(otherPhoneLog()));
    await user.click(button('Replace'));
    fireEvent.click(button('Replace the log'));
    fireEvent.click(button('Replace the log'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Bring it back' }));
    await waitFor(() => expect(statusText()).toMatch('The log from before is back.'));
    expect(await dumpRows(db)).toBe(before);
  });

  it('undoes a replacement once on a double tap on “Bring it back”', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpRows(db);
    await restoreLog(db, { log: otherPhoneLog(), mode: 'replace', now: tonightAt('10:01') });
    await open(db);
    const bringBack = await screen.findByRole('button', { name: 'Bring it back' });
    fireEvent.click(bringBack);
    fireEvent.click(bringBack);
    await waitFor(() => expect(statusText()).toMatch('The log from before is back.'));
    // Commands run one after the other, so both have finished after this transaction.
    await db.transaction('rw', db.tables, () => {});
    expect(await dumpRows(db)).toBe(before);
  });

  it('offers the present log as a file before it is replaced', async () => {
    const saved = recordDownloads();
    const { user } = await open(await phoneWith(exampleLog()));
    await pickBackup(user, exampleText(otherPhoneLog()));
    await user.click(await screen.findByRole('button', { name: 'Replace' }));
    await user.click(button('Save the log that is here first'));
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual([NAME]));
    expect(parseBackup((await saved[0]?.text) ?? '')).toMatchObject({ backup: { log: exampleLog() } });
  });

  it('offers the previous log as a file after it is replaced', async () => {
    const saved = recordDownloads();
    const db = await phoneWith(exampleLog());
    await restoreLog(db, { log: otherPhoneLog(), mode: 'replace', now: tonightAt('10:01') });
    const { user } = await open(db);
    await user.click(await screen.findByRole('button', { name: 'Save it as a file' }));
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['infernalops-2026-11-17-before.json']));
    expect(parseBackup((await saved[0]?.text) ?? '')).toMatchObject({ backup: { log: exampleLog() } });
    // The previous log is not a backup of the present one.
    expect(useDeviceSettings.getState().lastBackupAt).toBeNull();
  });

  it('offers only replacing when nothing has been logged', async () => {
    const db = await householdDatabase();
    const { user } = await open(db);
    await pickBackup(user, exampleText());
    expect(
      await screen.findByText('Nothing has been logged here yet, so the file takes the place of what is set up.'),
    ).toBeInTheDocument();
    expect(sheet().queryByRole('button', { name: 'Merge' })).toBeNull();
    await user.click(button('Replace the log'));
    await waitFor(() => expect(statusText()).toMatch('Restored'));
    expect(await dumpRows(db)).toBe(await dumpRows(await phoneWith(exampleLog())));
  });

  it('changes nothing and keeps no pending write when the storage refuses it', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpDatabase(db);
    const { user } = await open(db);
    await pickBackup(user, exampleText(otherPhoneLog()));
    await user.click(button('Replace'));
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    await user.click(button('Replace the log'));
    // The error is in the open sheet, since anything behind the sheet is not seen.
    expect(await sheet().findByRole('alert')).toHaveTextContent(
      'The storage is full, and nothing was changed. Free some space, then try again.',
    );
    full.mockRestore();
    expect(document.body).not.toHaveTextContent('What you tapped is kept');
    expect(localStorage.getItem('infernalops.pending.2')).toBeNull();
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    expect(await dumpDatabase(db)).toBe(before);
  });
});

describe('the progress of a backup', () => {
  it('is shown while a file is read, and cancelling it opens no sheet', async () => {
    const { user } = await open();
    const file = Object.assign(fileWith(exampleText()), { arrayBuffer: () => new Promise<ArrayBuffer>(() => {}) });
    await pick(user, file);
    expect(main().getByRole('progressbar', { name: 'Reading the file.' })).toBeInTheDocument();
    await user.click(main().getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(main().queryByRole('progressbar')).toBeNull());
    expect(main().queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
    await pickBackup(user, exampleText());
  });

  it('is shown in French while a file is read', async () => {
    const { user } = await open(undefined, 'fr');
    const file = Object.assign(fileWith(exampleText()), { arrayBuffer: () => new Promise<ArrayBuffer>(() => {}) });
    await pick(user, file, 'Restaurer depuis un fichier');
    expect(main().getByRole('progressbar', { name: 'Lecture du fichier.' })).toBeInTheDocument();
    expect(main().getByRole('button', { name: 'Annuler' })).toBeInTheDocument();
  });

  it('is shown in the sheet while rows are written, and closing the sheet cancels the restore', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpDatabase(db);
    const { user } = await open(db);
    await pickBackup(user, exampleText(otherPhoneLog()));
    await user.click(button('Replace'));
    fireEvent.click(button('Replace the log'));
    expect(sheet().getByRole('progressbar')).toHaveAccessibleName(
      'Rolling out. Until this is done, nothing is changed.',
    );
    expect(button('Replace the log')).toBeDisabled();
    fireEvent.click(sheet().getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    // The restore and this transaction cannot overlap, so it is over afterwards.
    await waitFor(async () => expect(await dumpDatabase(db)).toBe(before));
    expect(statusText()).not.toMatch('Restored');
  });
});

describe('an unusual restored log', () => {
  it('changes the settings of a log whose household row is deleted', async () => {
    const deletedHousehold = { ...household({ graceSeconds: 45 }), deletedAt: at('2026-11-02 10:00') };
    const db = await householdDatabase();
    const { user } = await open(db);
    await pickBackup(user, exampleText({ household: deletedHousehold }));
    await user.click(button('Replace the log'));
    await waitFor(() => expect(statusText()).toMatch('Restored'));
    location.hash = '#/household/objectives';
    const field = await screen.findByLabelText('Asleep again within (minutes)');
    await user.clear(field);
    await user.type(field, '25{Enter}');
    await waitFor(async () => expect((await db.household.get('household'))?.objectives.mttrMinutes).toBe(25));
    await waitFor(() => expect(screen.getByLabelText('Asleep again within (minutes)')).toHaveValue('25'));
    expect((await readPeople(db)).household?.objectives.mttrMinutes).toBe(25);
  });
});

describe('a storage that cannot be read', () => {
  const breakReading = () =>
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
    });

  it('reports an unreadable storage in a sentence when a backup is previewed', async () => {
    const { user } = await open(await phoneWith(exampleLog()));
    const mock = breakReading();
    await pick(user, fileWith(exampleText()));
    expect(await screen.findByText(/The storage|could not/)).toBeInTheDocument();
    mock.mockRestore();
  });

  it('reports an unreadable storage in a sentence when a backup is saved, and records no backup', async () => {
    const saved = recordDownloads();
    const { user } = await open(await phoneWith(exampleLog()), 'en', 'backup');
    const mock = breakReading();
    await user.click(button('Save a backup'));
    expect(await screen.findByText(/The storage|could not/)).toBeInTheDocument();
    mock.mockRestore();
    expect(useDeviceSettings.getState().lastBackupAt).toBeNull();
    expect(saved).toEqual([]);
  });
});

describe('erasing the log', () => {
  it('says what goes, erases everything, and offers undo', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpRows(db);
    const night = `${db.name}.2026-11-16`;
    saveDraft(night, { over: '', base: '# Night', typed: 'Mine.' });
    useReviewSkips.getState().skip(['unlogged 2026-11-16']);
    const { user } = await open(db, 'en', 'erase');
    expect(main().getByText(/^Every night, every wake-up and every name goes from this phone/)).toBeInTheDocument();
    expect(await dumpRows(db)).toBe(before);
    await user.click(button('Erase it all'));
    await waitFor(() => expect(statusText()).toMatch('Erased. It can be brought back for a while.'));
    expect(await main().findByText('There is nothing to erase.')).toBeInTheDocument();
    expect(await db.incidents.count()).toBe(0);
    expect(readDraft(night)).toBeNull();
    expect(useReviewSkips.getState().passed).toEqual([]);
    expect((await db.children.toArray()).map(({ name }) => name)).toEqual(['Baby']);
    await user.click(await screen.findByRole('button', { name: 'Bring it back' }));
    await waitFor(() => expect(statusText()).toMatch('The log from before is back.'));
    expect(await dumpRows(db)).toBe(before);
  });

  it('undoes erasing even after a double tap on the button', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpRows(db);
    const { user } = await open(db, 'en', 'erase');
    const erase = button('Erase it all');
    fireEvent.click(erase);
    fireEvent.click(erase);
    await user.click(await screen.findByRole('button', { name: 'Bring it back' }));
    await waitFor(() => expect(statusText()).toMatch('The log from before is back.'));
    expect(await dumpRows(db)).toBe(before);
  });

  it('erases nothing on the way back', async () => {
    const db = await phoneWith(exampleLog());
    const before = await dumpDatabase(db);
    const { user } = await open(db, 'en', 'erase');
    await user.click(main().getByRole('link', { name: 'Household' }));
    await waitFor(() => expect(location.hash).toBe('#/household'));
    expect(await dumpDatabase(db)).toBe(before);
  });

  it('offers the log as a file before it is erased', async () => {
    const saved = recordDownloads();
    const { user } = await open(await phoneWith(exampleLog()), 'en', 'erase');
    await user.click(button('Save the log that is here first'));
    await waitFor(() => expect(saved).toHaveLength(1));
  });

  it('shows the erasing in French, with French names for the new child and caregivers', async () => {
    const db = await phoneWith(exampleLog());
    const { user } = await open(db, 'fr', 'erase');
    await user.click(button('Tout effacer maintenant'));
    await waitFor(() => expect(statusText()).toMatch('C’est effacé. On peut encore revenir en arrière.'));
    expect((await db.children.toArray()).map(({ name }) => name)).toEqual(['Bébé']);
    expect(await screen.findByText(/^Le journal d’avant le/)).toBeInTheDocument();
    await user.click(button('Le remettre'));
    await waitFor(() => expect(statusText()).toMatch('Le journal d’avant est de retour.'));
  });
});

describe('saving a backup', () => {
  it('saves the whole log, shows the file name and remembers the time', async () => {
    const saved = recordDownloads();
    const db = await phoneWith(exampleLog());
    const { user } = await open(db, 'en', 'backup');
    expect(main().getByText('There is no backup yet.')).toBeInTheDocument();
    await user.click(button('Save a backup'));
    await waitFor(() => expect(statusText()).toMatch(`Backup saved: ${NAME}`));
    expect(saved.map(({ name }) => name)).toEqual([NAME]);
    expect(await saved[0]?.text).toBe(exampleText().replace(/"exportedAt":\d+/, `"exportedAt":${NOW}`));
    expect(useDeviceSettings.getState().lastBackupAt).toBe(NOW);
    expect(main().getByText('Last backup: today.')).toBeInTheDocument();
  });

  it.each([
    ['2026-11-17 00:01', 'Last backup: today.'],
    ['2026-11-16 23:59', 'Last backup: yesterday.'],
    ['2026-11-03 10:00', 'Last backup: 14 days ago.'],
    // The device clock was a day ahead when the backup was saved.
    ['2026-11-18 10:00', 'Last backup: today.'],
  ])('shows its age: %s', async (time, sentence) => {
    useDeviceSettings.getState().set({ lastBackupAt: at(time) });
    await open(await phoneWith(exampleLog()), 'en', 'backup');
    expect(main().getByText(sentence)).toBeInTheDocument();
  });

  it('disables saving while nothing is logged', async () => {
    await open(undefined, 'en', 'backup');
    await waitFor(() => expect(button('Save a backup')).toBeDisabled());
    expect(main().getByText('There is nothing to save yet.')).toBeInTheDocument();
  });

  it('enables saving when only a chore was logged', async () => {
    await open(await phoneWith({ ...emptyLog(), chores: exampleLog().chores }), 'en', 'backup');
    await waitFor(() => expect(button('Save a backup')).toBeEnabled());
  });

  it('shows that a row which cannot be read is not in the file', async () => {
    recordDownloads();
    const db = await phoneWith(exampleLog());
    await db.table('incidents').put({ id: 'half', detectedAt: 1, resolvedAt: 1 });
    const { user } = await open(db, 'en', 'backup');
    await user.click(button('Save a backup'));
    expect(
      await screen.findByText(
        /One row cannot be read and is not in the file\. It can be exported under Household, The log\./,
      ),
    ).toBeInTheDocument();
  });

  it('shows the saving of a backup in French', async () => {
    recordDownloads();
    const { user } = await open(await phoneWith(exampleLog()), 'fr', 'backup');
    await user.click(button('Faire une sauvegarde'));
    await waitFor(() => expect(statusText()).toMatch(/Sauvegardé\s: infernalops-2026-11-17\.json/));
    expect(main().getByText(/^Dernière sauvegarde\s: aujourd’hui\.$/)).toBeInTheDocument();
  });

  describe('on a phone with a share sheet', () => {
    it('shares the file', async () => {
      const saved = recordDownloads();
      const share = mockShareSheet(async () => {});
      const { user } = await open(await phoneWith(exampleLog()), 'en', 'backup');
      await user.click(button('Save a backup'));
      await waitFor(() => expect(statusText()).toMatch(`Backup handed over: ${NAME}`));
      const [file] = share.mock.calls[0]?.[0].files ?? [];
      expect(file?.name).toBe(NAME);
      expect(parseBackup(await textOf(file ?? new Blob()))).toMatchObject({ backup: { log: exampleLog() } });
      expect(useDeviceSettings.getState().lastBackupAt).toBe(NOW);
      expect(saved).toEqual([]);
    });

    it('records no backup when sharing is cancelled', async () => {
      const saved = recordDownloads();
      const share = mockShareSheet(() => Promise.reject(new DOMException('Share canceled', 'AbortError')));
      const { user } = await open(await phoneWith(exampleLog()), 'en', 'backup');
      await user.click(button('Save a backup'));
      await waitFor(() => expect(share).toHaveBeenCalledOnce());
      await user.click(button('Save a backup'));
      await waitFor(() => expect(share).toHaveBeenCalledTimes(2));
      expect(useDeviceSettings.getState().lastBackupAt).toBeNull();
      expect(statusText()).not.toMatch(/Backup (saved|handed over)/);
      expect(main().getByText('There is no backup yet.')).toBeInTheDocument();
      expect(saved).toEqual([]);
    });

    it('downloads the file when the share sheet fails', async () => {
      const saved = recordDownloads();
      mockShareSheet(() => Promise.reject(new DOMException('Must be handling a user gesture', 'NotAllowedError')));
      const { user } = await open(await phoneWith(exampleLog()), 'en', 'backup');
      await user.click(button('Save a backup'));
      await waitFor(() => expect(statusText()).toMatch(`Backup saved: ${NAME}`));
      expect(saved.map(({ name }) => name)).toEqual([NAME]);
      expect(useDeviceSettings.getState().lastBackupAt).toBe(NOW);
    });

    it('downloads the file when the share sheet takes no JSON file, as in Chrome', async () => {
      const saved = recordDownloads();
      const share = mockShareSheet(
        async () => {},
        () => false,
      );
      const { user } = await open(await phoneWith(exampleLog()), 'en', 'backup');
      await user.click(button('Save a backup'));
      await waitFor(() => expect(saved.map(({ name }) => name)).toEqual([NAME]));
      expect(share).not.toHaveBeenCalled();
    });
  });

  it('uses the date of the household’s time zone in the file name', async () => {
    const saved = recordDownloads();
    const log = { ...exampleLog(), household: household({ timeZone: 'Pacific/Kiritimati' }) };
    const db = await phoneWith(log);
    setNow(at('2026-11-17 12:00') as Instant);
    const { user } = await startScreen({ hash: '#/household/backup', db });
    await user.click(await screen.findByRole('button', { name: 'Save a backup' }));
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['infernalops-2026-11-18.json']));
  });
});
