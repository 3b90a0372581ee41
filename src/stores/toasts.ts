import { create } from 'zustand';
import type { Undo } from '@/domain/undo';

/**
 * A message about what was just logged, and how to undo it. Only one is shown at a time, because
 * people undo only their last tap.
 */
interface Toast {
  id: number;
  message: string;
  undo: Undo | readonly Undo[] | null;
  /** 'info' is for messages that do not answer a tap. */
  tone: 'success' | 'error' | 'info';
}

interface Toasts {
  toast: Toast | null;
  /** An info message that waits until the toast that is shown now, and its undo, is dismissed. */
  queued: Toast | null;
  showSuccess(text: string, undo?: Undo | readonly Undo[] | null): void;
  showError(text: string): void;
  /** Shows an info message as soon as no other message is shown. */
  queueInfo(text: string): void;
  dismiss(id: number): void;
}

let nextId = 1;

/** The toast that is shown now, and the one that waits. */
export const useToasts = create<Toasts>()((set) => ({
  toast: null,
  queued: null,
  showSuccess: (text, undo = null) => set({ toast: { id: nextId++, message: text, undo, tone: 'success' } }),
  showError: (text) => set({ toast: { id: nextId++, message: text, undo: null, tone: 'error' } }),
  queueInfo: (text) =>
    set(({ toast }) => {
      const info: Toast = { id: nextId++, message: text, undo: null, tone: 'info' };
      return toast ? { queued: info } : { toast: info };
    }),
  dismiss: (id) => set(({ toast, queued }) => (toast?.id === id ? { toast: queued, queued: null } : {})),
}));
