import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { inject } from 'vitest';
import { type Place, processEnv } from './home';

/** The built server as a process of its own. */
export interface ServerProcess {
  url: string;
  process: ChildProcess;
  /** The lines that it has written so far. */
  lines: Record<string, unknown>[];
  /** Resolves to the exit status when the process has ended; null after a SIGKILL. */
  exited: Promise<number | null>;
}

/** Starts the built server and resolves when it says its address. */
export async function startProcess(place: Place, env: Record<string, string> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [inject('serverScript')], { env: processEnv(place, env) });
  const exited = once(child, 'exit').then(([status]) => status as number | null);
  const lines: Record<string, unknown>[] = [];
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    createInterface(child.stdout).on('line', (text) => {
      const line = JSON.parse(text) as Record<string, unknown>;
      lines.push(line);
      if (line.event === 'started') resolve({ url: String(line.url), process: child, lines, exited });
    });
    child.once('close', (status) => reject(new Error(`The server ended with ${status}: ${errors}`)));
  });
}

/** Starts the built server where it cannot start, and resolves to what it says then. */
export async function failedStart(env: Record<string, string>): Promise<{ status: number | null; sentence: string }> {
  const child = spawn(process.execPath, [inject('serverScript')], { env });
  let sentence = '';
  child.stderr.on('data', (chunk) => {
    sentence += chunk;
  });
  const [status] = await once(child, 'close');
  return { status, sentence };
}
