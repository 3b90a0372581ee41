import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lockFolder } from '@/server/store/folderLock';

const PROCESSES = 8;
const ROUNDS = 60;
/** Enough for a message to arrive, so that all begin at the same time. */
const LEAD_MS = 20;

const children: ChildProcess[] = [];
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'infernalops-lock-'));
  folders.push(folder);
  return folder;
};

beforeAll(async () => {
  for (let index = 0; index < PROCESSES; index += 1)
    children.push(fork(new URL('./support/lockChild.ts', import.meta.url), { execArgv: ['--import', 'tsx'] }));
  await Promise.all(children.map((child) => once(child, 'message')));
  return () => {
    for (const child of children) child.kill('SIGKILL');
  };
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Lets all processes take the lock of a folder at the same time. */
async function takeTogether(folder: string): Promise<{ hasLock: boolean; because?: string }[]> {
  const answers = children.map((child) => once(child, 'message'));
  for (const child of children) child.send({ folder, atMs: Date.now() + LEAD_MS });
  return (await Promise.all(answers)).map(([answer]) => answer);
}

describe('of many processes that find a folder at the same time', () => {
  it.each([
    ['without a lock', null],
    ['with the lock of a process that was killed', '999999999 5'],
    ['with a lock that was cut', ''],
  ])('%s, one gets it', async (_what, lock) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = newFolder();
      if (lock !== null) writeFileSync(join(folder, 'lock'), lock);
      const answers = await takeTogether(folder);
      const holders = children.filter((_, index) => answers[index]?.hasLock);
      expect(holders, `round ${round}: ${JSON.stringify(answers)}`).toHaveLength(1);
      expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch(`${holders[0]?.pid} `);
      // Nothing else is left behind.
      expect(readdirSync(folder)).toEqual(['lock']);
    }
  });
});

describe('a lock of a process that was killed', () => {
  const DEAD = '999999999 5';
  /** Whoever replaces that lock has the lock of this name: the SHA-256 of its text. */
  const REPLACING = 'lock.e043a9df05f28e78';

  it('is replaced although a process was killed while it replaced it', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'lock'), DEAD);
    writeFileSync(join(folder, REPLACING), '999999998 7');
    const unlock = lockFolder(folder);
    expect(readdirSync(folder)).toEqual(['lock']);
    unlock();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is left to a running process that replaces it', async () => {
    const [running] = children;
    const other = newFolder();
    const answered = once(running as ChildProcess, 'message');
    running?.send({ folder: other, atMs: 0 });
    await answered;
    const folder = newFolder();
    writeFileSync(join(folder, 'lock'), DEAD);
    copyFileSync(join(other, 'lock'), join(folder, REPLACING));
    expect(() => lockFolder(folder)).toThrow(`Process ${running?.pid} uses ${folder}. Only one server can.`);
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(DEAD);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
