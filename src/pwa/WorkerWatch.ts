import { ownScript } from '@/lib/ownScript';
import { isWholeOnHost, readPublishedVersion } from './publishedVersion';
import { askWorker, type VersionMessage } from './versionMessages';

interface WorkerEvents {
  /** Another version is installed. It waits until `takeOver` is called. */
  onWaiting(takeOver: () => void): void;
  /** A worker that was installed while this page is open is active. */
  onActivated(): void;
}

/** The copy of the newest worker for releases before this one. Every version has this name. */
const COPY = 'sw.js';

/** How soon the host is asked again for a worker in place of one that does nothing. */
const HEAL_EVERY_MS = 30_000;

/**
 * Watches the workers of a registration. A worker is registered only under a name of its own, and
 * only after the host has sent it whole: the browser takes an empty script for a worker that does
 * nothing, which would then take over at the next start. The browser also looks for the script of
 * the running worker by itself. If the host answers that with nothing, the host is asked for a
 * whole worker until it sends one.
 */
export class WorkerWatch {
  /** Workers that do nothing. */
  private readonly duds = new WeakSet<ServiceWorker>();
  private nextCheck: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly registration: ServiceWorkerRegistration,
    private readonly version: string,
    private readonly events: WorkerEvents,
  ) {}

  start(): void {
    this.watchInstalling();
    this.registration.addEventListener('updatefound', () => this.watchInstalling());
    for (const worker of [this.registration.active, this.registration.waiting]) if (worker) this.judge(worker);
  }

  /** Registers the newest worker of the host, if it is a new one and whole. */
  async checkHost(): Promise<void> {
    clearTimeout(this.nextCheck);
    const published = await readPublishedVersion();
    const newest = this.newest();
    const isDud = newest !== null && this.duds.has(newest);
    if (isDud) this.nextCheck = setTimeout(() => this.checkHost(), HEAL_EVERY_MS);
    for (const name of published ? [published.worker, ...(isDud ? [COPY] : [])] : []) {
      if (!published || newest?.scriptURL === new URL(name, this.registration.scope).href) continue;
      if (!(await isWholeOnHost(name, published.integrity))) continue;
      await registerWorker(name);
      return;
    }
    if (isDud) await this.registration.update().catch(() => {});
  }

  private newest(): ServiceWorker | null {
    const { installing, waiting, active } = this.registration;
    return installing ?? waiting ?? active;
  }

  private watchInstalling(): void {
    const { installing, active } = this.registration;
    if (!installing) return;
    // The file of a version's worker never changes. What comes under its name now is not whole, so
    // it is replaced at once, before it is asked.
    const isNamedByVersion = !installing.scriptURL.endsWith(`/${COPY}`);
    if (isNamedByVersion && installing.scriptURL === active?.scriptURL && !this.duds.has(active)) {
      this.duds.add(installing);
      this.checkHost();
    }
    installing.addEventListener('statechange', () => {
      if (installing.state === 'installed') this.judge(installing);
      if (installing.state === 'activated') this.events.onActivated();
    });
  }

  /** Asks a worker who it is. A new version is offered; one that does nothing is replaced. */
  private async judge(worker: ServiceWorker): Promise<void> {
    const status = await this.ask(worker);
    if (!status) {
      this.duds.add(worker);
      return this.checkHost();
    }
    this.duds.delete(worker);
    const { active, waiting } = this.registration;
    if (!active || worker !== waiting) return;
    const present = this.duds.has(active) ? null : await this.ask(active);
    const takeOver = () => worker.postMessage(this.message('SKIP_WAITING'));
    // Nothing is lost if a whole worker replaces one that does nothing: no page depends on it.
    if (!present) takeOver();
    // The same worker under another name is no update.
    else if (present.version !== status.version) this.events.onWaiting(takeOver);
  }

  private ask = (worker: ServiceWorker) => askWorker(worker, this.message('WHO'));
  private message = (type: VersionMessage) => ({ type, version: this.version });
}

/** The bytes that were found whole may come from the browser's cache, so it is not passed by. */
export const registerWorker = (script: string): Promise<ServiceWorkerRegistration | null> =>
  navigator.serviceWorker.register(ownScript(`./${script}`), { updateViaCache: 'all' }).catch(() => null);
