import { beforeEach, describe, expect, it } from 'vitest';
import type { Undo } from '@/domain/undo';
import { useToasts } from '@/stores/toasts';
import { leo } from '../support/factories';

const undoOf = (name: string): Undo => ({ table: 'children', before: leo, after: { ...leo, name } });
const [first, second] = [undoOf('first'), undoOf('second')];
const toasts = () => useToasts.getState();
const shown = () => toasts().toast;
const dismissShown = () => toasts().dismiss(shown()?.id ?? -1);
/** Does what the button does after the undo was written. */
const takeBack = () => {
  toasts().hide(shown()?.id ?? -1);
  toasts().showUndone('Undone.', (logged) => `Undone. Before that: ${logged}`);
};

beforeEach(() => useToasts.setState(useToasts.getInitialState()));

describe('the undo of several changes', () => {
  beforeEach(() => {
    toasts().showSuccess('Deleted: one', first);
    toasts().showSuccess('Deleted: two', second);
  });

  it('offers the undo of the last change, and after it that of the one before', () => {
    expect(shown()).toMatchObject({ message: 'Deleted: two', undo: second });
    takeBack();
    expect(shown()).toMatchObject({ message: 'Undone. Before that: Deleted: one', undo: first });
    takeBack();
    expect(shown()).toMatchObject({ message: 'Undone.', undo: null });
    expect(toasts().earlier).toEqual([]);
  });

  it('names each change once, also if something was logged in between', () => {
    takeBack();
    toasts().showSuccess('Feed', second);
    takeBack();
    expect(shown()?.message).toBe('Undone. Before that: Deleted: one');
  });

  it('shows the change again under a refusal that was closed', () => {
    toasts().showError('It was changed since.');
    dismissShown();
    expect(shown()).toMatchObject({ message: 'Deleted: two', undo: second });
    expect(toasts().earlier).toHaveLength(1);
  });

  it('closes everything at once', () => {
    toasts().queueInfo('Ready to work offline.');
    dismissShown();
    expect(shown()?.message).toBe('Ready to work offline.');
    expect(toasts().earlier).toEqual([]);
  });

  it('keeps the message of what was logged while the undo was written', () => {
    toasts().hide(shown()?.id ?? -1);
    toasts().showSuccess('Léo woke');
    toasts().showUndone('Undone.', (logged) => logged);
    expect(shown()?.message).toBe('Léo woke');
  });
});
