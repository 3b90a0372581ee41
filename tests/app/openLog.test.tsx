import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startApp } from '@/app/start';
import { DATABASE_NAME } from '@/db/database';
import { useAppStatus } from '@/stores/status';

/*
 * The real start, on a browser that does not answer. WebKit was seen to lose a request. Time passes
 * only where a test says so.
 */

const message = () => document.querySelector('.shell-message')?.textContent;

/** The next `count` openings of databases with this name never answer. Returns how many did not. */
function loseOpenings(count: number, hasName: (name: string) => boolean): () => number {
  const { open } = IDBFactory.prototype;
  let lost = 0;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version) {
    if (!hasName(name) || lost === count) return open.call(this, name, version);
    lost += 1;
    return {} as IDBOpenDBRequest;
  });
  return () => lost;
}
const isLog = (name: string) => name === DATABASE_NAME;

/** Gives way to everything that needs no time, until the condition holds. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate);
}

beforeEach(async () => {
  for (const name of [DATABASE_NAME, 'infernalops-second', 'infernalops-early']) await Dexie.delete(name);
  document.body.innerHTML = '<div class="shell-message"></div>';
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  useAppStatus.setState(useAppStatus.getInitialState());
});

it('a log that does not answer is closed and opened once more, and the shell says so', async () => {
  const lost = loseOpenings(1, isLog);
  const started = startApp();
  await until(() => lost() === 1);
  vi.advanceTimersByTime(4000);
  const { db, people } = (await started).initialRows;
  expect(message()).toBe('The log does not answer. Opening it again…');
  expect(db.name).toBe(DATABASE_NAME);
  expect(people.children).toHaveLength(1);
  expect(useAppStatus.getState().storageProblem).toBeNull();
  db.close();
});

it('leaves to the shell what it says of a tap', async () => {
  document.body.innerHTML = '<div class="shell-message">Noted at 02:43.</div>';
  const lost = loseOpenings(1, isLog);
  const started = startApp();
  await until(() => lost() === 1);
  vi.advanceTimersByTime(4000);
  (await started).initialRows.db.close();
  expect(message()).toBe('Noted at 02:43.');
});

it('the night goes on in a second log if the first one answers neither time', async () => {
  const lost = loseOpenings(2, isLog);
  const started = startApp();
  await until(() => lost() === 1);
  vi.advanceTimersByTime(4000);
  await until(() => lost() === 2);
  vi.advanceTimersByTime(3000);
  const { db } = (await started).initialRows;
  expect(db.overlay?.base.name).toBe('infernalops-second');
  expect(useAppStatus.getState().storageProblem).toBe('cannotOpen');
  db.close();
});

it('the app comes up, and says that there is no storage, if nothing ever answers', async () => {
  loseOpenings(Number.POSITIVE_INFINITY, () => true);
  let isStarted = false;
  const started = startApp().finally(() => {
    isStarted = true;
  });
  await until(() => {
    vi.advanceTimersByTime(100);
    return isStarted;
  });
  expect((await started).initialRows.people.household).toBeNull();
  expect(useAppStatus.getState().storageProblem).toBe('unavailable');
});
