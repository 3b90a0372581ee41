import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockFolder } from '@/server/store/folderLock';

// A disk with such a file system cannot be had in a test without root.
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  linkSync: () => {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
  },
}));

describe('a folder on a disk without hard links', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'infernalops-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is locked, and free again', () => {
    const unlock = lockFolder(folder);
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    unlock();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that a process left behind is taken over, and one in use is not', () => {
    // No process has this id and was started at this time.
    writeFileSync(join(folder, 'lock'), `${process.ppid} 0`);
    const unlock = lockFolder(folder);
    expect(readdirSync(folder)).toEqual(['lock']);
    unlock();

    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    writeFileSync(join(folder, 'lock'), `${process.ppid} ${start}`);
    expect(() => lockFolder(folder)).toThrow(`Process ${process.ppid} uses`);
    expect(readdirSync(folder)).toEqual(['lock']);
  });
});
