import type { OwnFigures } from '@/db/syncTables';
import type { Answer } from '@/sync/service';

export type NamedBy = OwnFigures['namedBy'];
export type { OwnFigures };

/** Which phone publishes the figures of the household: this one, another one, or none. */
export type Publisher = 'here' | 'elsewhere' | 'none';

/** What the page of the figures can ask. Nothing is changed here that the server did not take. */
export interface FiguresService {
  /** How this phone publishes, for a live query; null if it does not. */
  readOwn(): Promise<OwnFigures | null>;
  findPublisher(): Promise<Answer<Publisher>>;
  /** Publishes from here under a new token, in the place of any other phone. */
  switchOn(): Promise<Answer>;
  /** Deletes the figures at the server, whichever phone publishes them. */
  switchOff(): Promise<Answer>;
  /** Publishes under another token: the one before is worth nothing from then on. */
  renewToken(): Promise<Answer>;
  nameBy(namedBy: NamedBy): Promise<Answer>;
  /** Publishes if the log has changed and the last time was some minutes ago. Never throws. */
  publishIfDue(): Promise<void>;
}
