import { create } from 'zustand';
import type { Undo } from '@/domain/undo';

/** A message about what was just logged, and how to undo it. */
interface Toast {
  id: number;
  message: string;
  /** What was logged, in words. It stays when the message says that something later was undone. */
  logged: string;
  undo: Undo | readonly Undo[] | null;
  /** 'info' is for messages that do not answer a tap. */
  tone: 'success' | 'error' | 'info';
}

interface Toasts {
  /** Only the latest message is shown. */
  toast: Toast | null;
  /**
   * The messages before it whose undo is still offered, the newest last: two things deleted within
   * seconds both come back, the last one first.
   */
  earlier: readonly Toast[];
  /** An info message that waits until the toast that is shown now, and its undo, is dismissed. */
  queued: Toast | null;
  showSuccess(text: string, undo?: Undo | readonly Undo[] | null): void;
  showError(text: string): void;
  /** Shows an info message as soon as no other message is shown. */
  queueInfo(text: string): void;
  /** Hides the toast while its undo is carried out. The earlier ones stay reachable. */
  hide(id: number): void;
  /**
   * Says that the hidden toast was undone, and offers the undo of the one before it, if any.
   *
   * @param formatBefore formats the sentence that also says what the next undo takes back
   */
  showUndone(text: string, formatBefore: (logged: string) => string): void;
  /**
   * Closes the toast with everything before it. After a message without an undo, such as a refusal,
   * the one before it is shown again.
   */
  dismiss(id: number): void;
}

let nextId = 1;

const newToast = (message: string, undo: Toast['undo'], tone: Toast['tone']): Toast => ({
  id: nextId++,
  message,
  logged: message,
  undo,
  tone,
});

/** The toast that is shown now stays reachable under the next one if it can be undone. */
const covered = ({ toast, earlier }: Toasts) => (toast?.undo ? [...earlier, toast] : earlier);

/** The toast that is shown now, those before it that can be undone, and the one that waits. */
export const useToasts = create<Toasts>()((set) => ({
  toast: null,
  earlier: [],
  queued: null,
  showSuccess: (text, undo = null) =>
    set((state) => ({ toast: newToast(text, undo, 'success'), earlier: state.toast ? covered(state) : [] })),
  showError: (text) => set((state) => ({ toast: newToast(text, null, 'error'), earlier: covered(state) })),
  queueInfo: (text) =>
    set(({ toast }) => {
      const info = newToast(text, null, 'info');
      return toast ? { queued: info } : { toast: info };
    }),
  hide: (id) => set(({ toast }) => (toast?.id === id ? { toast: null } : {})),
  showUndone: (text, formatBefore) =>
    set(({ toast, earlier }) => {
      // Something was logged while the undo was written: its message is the newer one.
      if (toast) return {};
      const before = earlier.at(-1);
      if (!before) return { toast: newToast(text, null, 'success') };
      return {
        toast: { ...before, id: nextId++, message: formatBefore(before.logged) },
        earlier: earlier.slice(0, -1),
      };
    }),
  dismiss: (id) =>
    set(({ toast, earlier, queued }) => {
      if (toast?.id !== id) return {};
      const before = toast.undo ? undefined : earlier.at(-1);
      return before ? { toast: before, earlier: earlier.slice(0, -1) } : { toast: queued, earlier: [], queued: null };
    }),
}));
