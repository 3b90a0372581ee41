import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './chromium';

/**
 * A browser with a profile on disk, in its own process group, which a test can kill at any moment.
 */
export class KillableBrowser {
  private constructor(
    private readonly child: ChildProcess,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** @param env variables of its environment that differ from those of the tests */
  static async launch(profile: string, env: Record<string, string> = {}): Promise<KillableBrowser> {
    const args = [...CHROMIUM_ARGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
    const child = spawn(chromiumPath(), [...args, '--window-size=390,844', 'about:blank'], {
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const browser = await chromium.connectOverCDP(await endpointOf(child));
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.newPage());
    if (!page) throw new Error('the browser came up without a page');
    return new KillableBrowser(child, browser, page);
  }

  /** Sends SIGKILL to all processes of the browser at once, so that none can finish a write. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    if (this.child.pid !== undefined) process.kill(-this.child.pid, 'SIGKILL');
    await gone;
    await this.browser.close().catch(() => {});
  }
}

async function endpointOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('the browser has no output');
  let output = '';
  for await (const chunk of child.stderr) {
    output += chunk;
    const endpoint = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
    if (endpoint) {
      child.stderr.resume();
      return endpoint;
    }
  }
  throw new Error(`the browser did not come up: ${output.slice(-500)}`);
}
