import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a file in the folder that says which process uses it, and returns a function that removes
 * it. The file of a process that ended without removing it is replaced. Throws if the
 * process still runs.
 *
 * Processes in different containers do not see each other, so a volume belongs to one container.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  const own = `${process.pid} ${startOf(process.pid)}`;
  for (;;) {
    try {
      writeFileSync(path, own, { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = readFileSync(path, 'utf8');
    if (holder !== own && isRunning(holder)) {
      throw new Error(`Process ${holder.split(' ')[0]} uses ${folder}. Only one server can.`);
    }
    rmSync(path, { force: true });
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
