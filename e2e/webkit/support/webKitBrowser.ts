import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Builder, type WebDriver } from 'selenium-webdriver';
import { waitForServer } from 'selenium-webdriver/http/util.js';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';

const MAIN = fileURLToPath(new URL('../browser/main.js', import.meta.url));
const SIZE = { width: 390, height: 844 };
const START_MS = 30_000;

/** What differs from phone to phone. */
export interface BrowserSettings {
  /** Everything that the browser keeps; opened again with the same folder, it goes on. */
  folder: string;
  /** The language of the phone, for example fr-FR. */
  locale: string;
  timeZone: string;
  isDark: boolean;
  /** Where the phone's clock stands still; null for the machine's clock. */
  nowMs: number | null;
}

/**
 * A browser on WebKitGTK with its WebDriver, in a process group of its own, which a test can kill
 * at any moment.
 */
export class WebKitBrowser {
  private constructor(
    private readonly child: ChildProcess,
    readonly driver: WebDriver,
  ) {}

  /**
   * @param onLine is called with each line that a page writes to the console, and with errors that
   *   nothing has caught and what the Content-Security-Policy refuses
   */
  static async launch(settings: BrowserSettings, onLine: (line: string) => void): Promise<WebKitBrowser> {
    await mkdir(join(settings.folder, 'downloads'), { recursive: true });
    const port = await findFreePort();
    const child = spawn('WebKitWebDriver', [`--port=${port}`], {
      detached: true,
      env: { ...process.env, ...environmentOf(settings) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    createInterface(child.stderr).on('line', onLine);
    const url = `http://127.0.0.1:${port}`;
    await waitForServer(url, START_MS);
    const driver = await new Builder()
      .usingServer(url)
      .withCapabilities({
        browserName: 'gjs',
        'webkitgtk:browserOptions': { binary: 'gjs', args: ['-m', MAIN] },
      })
      .build();
    return new WebKitBrowser(child, driver);
  }

  /** Sends SIGKILL to all processes of the browser at once, so that none can finish a write. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    if (this.child.pid !== undefined) process.kill(-this.child.pid, 'SIGKILL');
    await gone;
  }
}

const environmentOf = (settings: BrowserSettings) => ({
  PHONE: JSON.stringify({ ...settings, ...SIZE }),
  // Neither accessibility tools nor stored settings of a desktop are looked for.
  NO_AT_BRIDGE: '1',
  GSETTINGS_BACKEND: 'memory',
});
