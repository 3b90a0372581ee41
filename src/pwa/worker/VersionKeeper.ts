import type { VersionStatus } from '@/pwa/versionMessages';
import { FactStore } from './FactStore';
import { hasVersion, OLD_RELEASE, otherCaches } from './versionCaches';
import {
  combineFacts,
  handedBackFact,
  mustHandBack,
  nextVersion,
  startFact,
  takeoverFact,
  upFact,
  type VersionFacts,
} from './versionFacts';

/** Decides which version is answered, this worker's own or the one before, and remembers why. */
export class VersionKeeper {
  private readonly store: FactStore;
  private takingOver: Promise<void> | null = null;

  constructor(
    private readonly own: string,
    private readonly caches: CacheStorage,
    private readonly scope: string,
  ) {
    this.store = new FactStore(caches, scope);
  }

  /** Returns the versions on this device; a file is looked for in the first one first. */
  async versions(): Promise<readonly string[]> {
    const facts = await this.read();
    const both = nextVersion(facts) === this.own ? [this.own, facts.before] : [facts.before, this.own];
    return both.filter((version) => version !== null);
  }

  /** Notes that a page is about to be loaded, and hands back if this version has had its starts. */
  async beginStart(): Promise<void> {
    const facts = await this.read();
    if (mustHandBack(facts)) await this.goBack();
    else if (!facts.isUp && !facts.isHandedBack && facts.before !== null)
      await this.store.add(startFact(this.own, facts.starts + 1));
  }

  /** Notes that a page of this version has come up. It is then never handed back by itself. */
  async noteStarted(pageVersion: string): Promise<void> {
    const { isUp } = await this.read();
    if (pageVersion === this.own && !isUp) await this.store.add(upFact(this.own));
  }

  /** Notes that a page has not come up. Only a version that never did is handed back for that. */
  async noteDidNotStart(pageVersion: string): Promise<void> {
    const { isUp } = await this.read();
    if (pageVersion === this.own && !isUp) await this.goBack();
  }

  /** Answers the version before from now on, if there is one. */
  async goBack(): Promise<void> {
    const { before } = await this.read();
    if (before !== null) await this.store.add(handedBackFact(this.own));
  }

  /** Gives this version its starts again. */
  async tryAgain(): Promise<void> {
    await this.read();
    await this.forgetAttempts();
  }

  /** A worker that is still waiting is asked too, and must not take over by that. */
  async status(): Promise<VersionStatus> {
    const facts = combineFacts(await this.store.all());
    const before = facts.current === this.own ? facts.before : null;
    return {
      version: this.own,
      next: before !== null && facts.isHandedBack ? before : this.own,
      handedBack: before !== null && facts.isHandedBack,
      hasBefore: before !== null,
    };
  }

  /**
   * Deletes what belongs to neither of the two versions. `isAlone` says that no other worker is
   * being installed or waiting: its files would look as if they belonged to nobody.
   */
  async tidy(isAlone: boolean): Promise<void> {
    const { takeovers, before } = await this.read();
    const kept = [this.own, before].filter((version) => version !== null);
    const present = takeoverFact(takeovers, this.own, before);
    for (const fact of await this.store.all()) {
      const [kind, version = ''] = fact.split('/');
      if (kind === 'takeover' ? fact !== present : !kept.includes(version)) await this.store.remove(fact);
    }
    if (!isAlone) return;
    for (const name of await otherCaches(this.caches, kept, this.scope)) await this.caches.delete(name);
  }

  /**
   * Reads the facts; only the active worker may. Before that, this version takes over, unless it
   * has: a worker that was killed in the middle of its `activate` event gets no second one.
   */
  private async read(): Promise<VersionFacts> {
    this.takingOver ??= this.takeOver();
    await this.takingOver;
    return combineFacts(await this.store.all());
  }

  private async takeOver(): Promise<void> {
    this.store.forget();
    const facts = combineFacts(await this.store.all());
    if (facts.current === this.own) return;
    const before = await this.findBefore(facts);
    // If an older release is published again, what happened to it earlier no longer counts.
    await this.forgetAttempts();
    await this.store.add(takeoverFact(facts.takeovers + 1, this.own, before));
  }

  /** The version that was answered until now, if its files are still there. */
  private async findBefore(facts: VersionFacts): Promise<string | null> {
    const answered = facts.current === null ? OLD_RELEASE : nextVersion(facts);
    if (answered === null || answered === this.own) return null;
    return (await hasVersion(this.caches, answered, this.scope)) ? answered : null;
  }

  private async forgetAttempts(): Promise<void> {
    const attempts = (await this.store.all()).filter(
      (fact) => fact.startsWith(startFact(this.own, 0).slice(0, -1)) || fact === handedBackFact(this.own),
    );
    for (const attempt of attempts) await this.store.remove(attempt);
  }
}
