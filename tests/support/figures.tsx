import type { ComponentType } from 'react';
import type { FiguresConnection } from '@/features/phones/figuresConnection';
import { FiguresContext } from '@/features/phones/useAskFigures';
import type { FiguresService, NamedBy, OwnFigures, Publisher } from '@/sync/figures/service';
import type { Answer, SyncFailure } from '@/sync/service';
import { at } from './factories';

/** The figures in memory, for the tests of their page. The real ones have tests of their own. */
export class FiguresInMemory implements FiguresService, FiguresConnection {
  own: OwnFigures | null = null;
  publisher: Publisher = 'none';
  /** Why the next questions are not answered; null if they are. */
  failure: SyncFailure | null = null;
  readonly asked: string[] = [];
  #tokens = 0;

  load = async () => this;
  readOwn = async () => this.own;
  findPublisher = () => this.#answer('findPublisher', this.publisher);
  switchOn = () => this.#publish('switchOn', {});
  renewToken = () => this.#publish('renewToken', { token: this.#newToken() });
  nameBy = (namedBy: NamedBy) => this.#publish(`nameBy ${namedBy}`, { namedBy });
  publishIfDue = async () => {};

  switchOff = async () => {
    const answer = await this.#answer('switchOff', null);
    if (answer.ok) Object.assign(this, { own: null, publisher: 'none' });
    return answer;
  };

  async #publish(asked: string, change: Partial<OwnFigures>): Promise<Answer> {
    const answer = await this.#answer(asked, null);
    if (!answer.ok) return answer;
    this.own = {
      id: 'figures',
      token: this.own?.token ?? this.#newToken(),
      namedBy: this.own?.namedBy ?? 'pseudonyms',
      householdId: 'household',
      logState: '',
      publishedAt: at('2026-11-16 19:10'),
      isStopped: false,
      ...change,
    };
    this.publisher = 'here';
    return answer;
  }

  #newToken(): string {
    this.#tokens += 1;
    return `token-${this.#tokens}`;
  }

  async #answer<Value>(asked: string, value: Value): Promise<Answer<Value>> {
    this.asked.push(asked);
    return this.failure ? { ok: false, failure: this.failure } : { ok: true, value };
  }
}

/** Gives a screen these figures instead of those of a home server. */
export const withFigures =
  (figures: FiguresConnection, Screen: ComponentType): ComponentType =>
  () => (
    <FiguresContext value={figures}>
      <Screen />
    </FiguresContext>
  );
