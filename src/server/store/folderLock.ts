import { createHash, randomBytes } from 'node:crypto';
import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a file system says that has no hard links. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Makes a file in the folder that says which process uses it, and returns a function that removes
 * it. The file of a process that ended without removing it is replaced. Throws if the
 * process still runs.
 *
 * Processes in different containers do not see each other, so a volume belongs to one container.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  const busy = takeLock(path);
  if (busy !== null) throw new Error(`Process ${busy} uses ${folder}. Only one server can.`);
  return () => rmSync(path, { force: true });
}

/**
 * Makes the file for this process. Returns null, or the id of the running process that has it or is
 * about to have it.
 *
 * The file appears with its content, by a link, and no two files ever say the same. The one of a
 * process that has ended may be replaced only by whoever has the lock of that very file, and sees
 * it still there then. Otherwise, of two processes that find it at the same time, the slower one
 * would replace the new file of the other. That lock, too, may be left by a process that was
 * killed, and is taken over in the same way.
 */
function takeLock(path: string): string | null {
  const nonce = randomBytes(8).toString('hex');
  const ownProcess = `${process.pid} ${startOf(process.pid)}`;
  const own = `${path}.${nonce}`;
  writeFileSync(own, `${ownProcess} ${nonce}`, { mode: 0o600 });
  try {
    for (;;) {
      if (succeeds('EEXIST', () => publish(own, path))) return null;
      const holder = readLock(path);
      if (holder === null) continue;
      if (!holder.startsWith(`${ownProcess} `) && isRunning(holder)) return holder.split(' ')[0] ?? '';
      const replacing = `${path}.${createHash('sha256').update(holder).digest('hex').slice(0, 16)}`;
      const busy = takeLock(replacing);
      if (busy !== null) return busy;
      try {
        if (readLock(path) !== holder) continue;
        renameSync(own, path);
        return null;
      } finally {
        rmSync(replacing, { force: true });
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Gives a file its second name at once with its content. A file system without hard links, as on a
 * USB stick, gets a copy: it may be seen empty for an instant, and then counts as left behind.
 */
function publish(own: string, path: string): void {
  try {
    linkSync(own, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!NO_LINKS.includes(code)) throw error;
    copyFileSync(own, path, constants.COPYFILE_EXCL);
  }
}

/** What the file says; null if there is none. */
function readLock(path: string): string | null {
  let content: string | null = null;
  succeeds('ENOENT', () => {
    content = readFileSync(path, 'utf8');
  });
  return content;
}

/** Does something to a file. Returns false if it fails in the expected way. */
function succeeds(expected: 'EEXIST' | 'ENOENT', act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === expected) return false;
    throw error;
  }
}

function isRunning(holder: string): boolean {
  const [pid, start] = holder.split(' ');
  if (!/^[1-9]\d*$/.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // EPERM: it runs as somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return startOf(Number(pid)) === start;
}

/**
 * When a process was started, in ticks since the machine was. With it, a process id that was given
 * again is told apart, which is the rule in a container: there the server always has the same id.
 * It is empty where there is no /proc.
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, which may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
