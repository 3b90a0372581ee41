import type { ComponentType } from 'react';
import type { ButtonsConnection } from '@/hooks/buttonsConnection';
import { ButtonsContext } from '@/hooks/useAskButtons';
import type { ButtonSetUp, ButtonsAnswer, ButtonsFailure, ButtonsService, PushButton } from '@/sync/buttons/service';

export const SET_UP: ButtonSetUp = {
  url: 'https://nights.example/api/v1/buttons/aaaaaaaaaaaaaaaaaaaaaa/presses',
  token: 'T'.repeat(43),
  woke: 'W'.repeat(380),
  asleep: 'S'.repeat(380),
};

/** Buttons in memory, for the tests of the screens. The real ones have their own tests. */
export class ButtonsInMemory implements ButtonsService, ButtonsConnection {
  buttons: PushButton[] = [];
  /** Why the next questions are not answered; null if they are. */
  failure: ButtonsFailure | null = null;
  readonly asked: unknown[][] = [];

  load = async () => this;

  readButtons = () => this.#answer(['readButtons'], [...this.buttons]);

  async addButton(name: string, childId: string): Promise<ButtonsAnswer<ButtonSetUp>> {
    const answer = await this.#answer(['addButton', name, childId], SET_UP);
    if (answer.ok) this.buttons.push({ id: `button-${this.buttons.length}`, name, childId, pressedAt: null });
    return answer;
  }

  async removeButton(id: string): Promise<ButtonsAnswer> {
    const answer = await this.#answer(['removeButton', id], null);
    if (answer.ok) this.buttons = this.buttons.filter((button) => button.id !== id);
    return answer;
  }

  async #answer<Value>(asked: unknown[], value: Value): Promise<ButtonsAnswer<Value>> {
    this.asked.push(asked);
    return this.failure ? { ok: false, failure: this.failure } : { ok: true, value };
  }
}

/** Gives a screen these buttons instead of those of the sync. */
export function withButtons(buttons: ButtonsConnection, Screen: ComponentType): ComponentType {
  return () => (
    <ButtonsContext value={buttons}>
      <Screen />
    </ButtonsContext>
  );
}
