import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../dist-server/server.js', import.meta.url));

/** Makes a folder with an empty store, if the run has one to copy (`globalSetup.ts`). */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'infernalops-home-'));
  const { INFERNALOPS_EMPTY_STORE: empty } = process.env;
  if (empty) await cp(empty, folder, { recursive: true });
  return folder;
}

/** The built home server with its embedded store, as a process of its own. */
export class HomeServer {
  url = '';
  folder = '';
  #process: ChildProcess | null = null;

  /** @param settings of the server besides its port and its folder, as environment variables */
  constructor(private readonly settings: Readonly<Record<string, string>> = {}) {}

  /** Starts it, or starts it again on what it has stored, at the same address. */
  async start(): Promise<void> {
    this.folder ||= await newFolder();
    const { PATH } = process.env;
    const port = this.url ? new URL(this.url).port : '0';
    const env = { ...this.settings, PATH, PORT: port, INFERNALOPS_DATA: this.folder };
    const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = child;
    for await (const line of createInterface(child.stdout)) {
      const { event, url } = JSON.parse(line) as { event: string; url?: string };
      if (event !== 'started' || !url) continue;
      // A browser trusts this name without https.
      this.url = url.replace('127.0.0.1', 'localhost');
      child.stdout.resume();
      return;
    }
    throw new Error('the home server did not start');
  }

  /** The id of its process; null while it is stopped. */
  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  /** Returns the words that are in any file of the stopped server's store, as UTF-8 or UTF-16. */
  async search(words: readonly string[]): Promise<string[]> {
    const files = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
    );
    return words.filter((word) =>
      contents.some((bytes) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))),
    );
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }
}
