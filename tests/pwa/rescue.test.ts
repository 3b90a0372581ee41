import { join } from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE_NAME } from '@/db/database';
import { rawBackup, readRawTables } from '@/db/rawTables';
import { createSecondLog } from '@/db/secondLog';
import { parseBackup } from '@/domain/backup';
import { ROWS_VERSION, TABLE_NAMES } from '@/domain/rows/tables';
import type { VersionStatus } from '@/pwa/versionMessages';
import { householdDatabase } from '../support/database';
import { tonightAt, wakeUp } from '../support/factories';

/* The ways out of the shell, which use nothing of the app (public/rescue.js). */

const RESCUE: string = join(process.cwd(), 'public/rescue.js');
const NOW = tonightAt('03:00');
let saved: Blob[] = [];
let asked: string[] = [];

beforeEach(async () => {
  await Dexie.delete(DATABASE_NAME);
  vi.resetModules();
  vi.spyOn(Date, 'now').mockReturnValue(NOW);
  saved = [];
  asked = [];
  URL.createObjectURL = (blob: Blob) => `blob:${saved.push(blob)}`;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  document.body.innerHTML =
    '<div id="root"><main class="shell"><div class="shell-message"></div><button class="wake-button"></button></main></div>';
});
afterEach(() => {
  document.documentElement.lang = '';
  Reflect.deleteProperty(navigator, 'serviceWorker');
  vi.restoreAllMocks();
});

const textOf = (blob: Blob | undefined): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob ?? new Blob());
  });

/** A service worker that answers every message with this state of the versions. */
function answerWith(status: Partial<VersionStatus>): void {
  const controller = {
    postMessage: ({ type }: { type: string }, [port]: MessagePort[]) => {
      asked.push(type);
      port?.postMessage({ version: '2', next: '', handedBack: false, hasBefore: false, ...status });
    },
  };
  Object.defineProperty(navigator, 'serviceWorker', { value: { controller }, configurable: true });
}

/** Runs the script as the shell does, and returns the labels of its buttons. */
async function showWaysOut(): Promise<string[]> {
  await import(RESCUE);
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull());
  return [...document.querySelectorAll('[role=alert] button')].map(({ textContent }) => textContent ?? '');
}

/** Taps a button and returns the sentence above the buttons once it has changed. */
async function tapAndRead(label: string): Promise<string> {
  const sentence = () => document.querySelector('[role=alert] p')?.textContent ?? '';
  const before = sentence();
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[role=alert] button')];
  buttons.find(({ textContent }) => textContent === label)?.click();
  await vi.waitFor(() => expect(sentence()).not.toBe(before));
  return sentence();
}

describe('the ways out', () => {
  it.each([
    ['only the version that failed', {}, ['Reload', 'Save the log']],
    ['a version before', { hasBefore: true }, ['Reload', 'Go back a version', 'Save the log']],
    [
      'a new version that was handed back',
      { hasBefore: true, handedBack: true },
      ['Reload', 'Try the new version again', 'Save the log'],
    ],
  ])('with %s', async (_, status, labels) => {
    answerWith(status);
    expect(await showWaysOut()).toEqual(labels);
    expect(asked).toEqual(['DID_NOT_START']);
  });

  it('are there without a service worker, in French', async () => {
    document.documentElement.lang = 'fr';
    expect(await showWaysOut()).toEqual(['Recharger', 'Sauvegarder le journal']);
    expect(document.querySelector('[role=alert] p')?.textContent).toMatch(/^L’app n’a pas démarré\./);
  });

  it('speak of the button for a wake-up only if there is one', async () => {
    const sentence = () => document.querySelector('[role=alert] p')?.textContent;
    await showWaysOut();
    expect(sentence()).toMatch('the button still notes the time');
    document.body.innerHTML = '<main class="shell"></main>';
    vi.resetModules();
    await showWaysOut();
    expect(sentence()).toBe('The app did not start. Your log is on this device.');
  });

  it('are above the button for a wake-up, which stays', async () => {
    await showWaysOut();
    expect(document.querySelector('[role=alert] ~ .wake-button')).not.toBeNull();
  });
});

describe('“Save the log”', () => {
  it('saves all rows as the app’s own copy of them, which can be restored', async () => {
    const db = await householdDatabase([wakeUp('02:43', '02:55')], DATABASE_NAME);
    await showWaysOut();
    expect(await tapAndRead('Save the log')).toBe('Log saved.');
    const text = await textOf(saved[0]);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(rawBackup(await readRawTables(db), NOW))));
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(['format', 'version', 'exportedAt', ...TABLE_NAMES].sort());
    expect(JSON.parse(text).version).toBe(ROWS_VERSION);
    expect(parseBackup(text)).toMatchObject({ ok: true });
  });

  it('saves the second log as well, and also if the first one does not open', async () => {
    await householdDatabase([], DATABASE_NAME);
    const second = await createSecondLog();
    await householdDatabase([wakeUp('02:43', '02:55')], second.name);
    await showWaysOut();
    expect(await tapAndRead('Save the log')).toBe('Log saved.');
    expect(saved).toHaveLength(2);
    expect(JSON.parse(await textOf(saved[1])).incidents).toHaveLength(1);

    const { open } = IDBFactory.prototype;
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version) {
      if (name === DATABASE_NAME) throw new DOMException('broken', 'UnknownError');
      return open.call(this, name, version);
    });
    saved = [];
    vi.resetModules();
    document.querySelector('[role=alert]')?.remove();
    await showWaysOut();
    await tapAndRead('Save the log');
    expect(saved).toHaveLength(1);
    await Dexie.delete(second.name);
  });

  it('copies a row that cannot be read as it is', async () => {
    const db = await householdDatabase([], DATABASE_NAME);
    await db.table('incidents').put({ id: 'odd', detectedAt: 1, resolvedAt: 2, note: { deep: [null] } });
    await showWaysOut();
    await tapAndRead('Save the log');
    expect(JSON.parse(await textOf(saved[0])).incidents).toEqual([{ id: 'odd', note: { deep: [null] } }]);
  });

  it('says that there is nothing if the log is missing, and makes no database', async () => {
    await showWaysOut();
    expect(await tapAndRead('Save the log')).toBe('No log on this device: nothing to save.');
    expect(await Dexie.getDatabaseNames()).not.toContain(DATABASE_NAME);
    expect(saved).toEqual([]);
  });

  it('says so if the storage cannot be opened', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    await showWaysOut();
    expect(await tapAndRead('Save the log')).toBe('The log could not be read.');
  });
});
