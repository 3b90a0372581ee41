import type { Instant } from '@/lib/time';
import type { SyncFailure } from '@/sync/service';

/*
 * What the screens of the buttons can ask of the sync. The implementation is loaded when a screen
 * asks for it (`hooks/buttonsConnection.ts`).
 */

export { MAX_BUTTONS } from '@/protocol/limits';

/** `oldServer`: the home server is of a release that has no buttons. */
export type ButtonsFailure = SyncFailure | 'oldServer';

export type ButtonsAnswer<Value = null> = { ok: true; value: Value } | { ok: false; failure: ButtonsFailure };

/** A button of a home automation. */
export interface PushButton {
  id: string;
  /** Null, as its child, if its name cannot be read on this phone. */
  name: string | null;
  childId: string | null;
  /** When it was last pressed, by the server's clock; null if never. */
  pressedAt: Instant | null;
}

/** What the home automation needs. No phone and no server can show it a second time. */
export interface ButtonSetUp {
  /** The address that it calls. */
  url: string;
  token: string;
  /** What it sends, sealed. */
  woke: string;
  asleep: string;
}

export interface ButtonsService {
  /** Returns the buttons by their names. */
  readButtons(): Promise<ButtonsAnswer<PushButton[]>>;
  addButton(name: string, childId: string): Promise<ButtonsAnswer<ButtonSetUp>>;
  /** It can log nothing more. */
  removeButton(id: string): Promise<ButtonsAnswer>;
}
