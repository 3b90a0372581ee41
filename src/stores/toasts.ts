import { create } from 'zustand';
import type { Undo } from '@/domain/undo';

/** What was just logged, in words, and how to take it back. One at a time: the last tap is the one that is regretted. */
interface Toast {
  id: number;
  message: string;
  undo: Undo | readonly Undo[] | null;
  /** News is what no tap asked for. */
  tone: 'success' | 'error' | 'info';
}

interface Toasts {
  toast: Toast | null;
  /** News that can wait: a tap's answer, and its undo, come first. */
  queued: Toast | null;
  showSuccess(text: string, undo?: Undo | readonly Undo[] | null): void;
  showError(text: string): void;
  /** Says what no tap asked for, as soon as nothing else is being said. */
  queueInfo(text: string): void;
  dismiss(id: number): void;
}

let nextId = 1;

export const useToasts = create<Toasts>()((set) => ({
  toast: null,
  queued: null,
  showSuccess: (text, undo = null) => set({ toast: { id: nextId++, message: text, undo, tone: 'success' } }),
  showError: (text) => set({ toast: { id: nextId++, message: text, undo: null, tone: 'error' } }),
  queueInfo: (text) =>
    set(({ toast }) => {
      const news: Toast = { id: nextId++, message: text, undo: null, tone: 'info' };
      return toast ? { queued: news } : { toast: news };
    }),
  dismiss: (id) => set(({ toast, queued }) => (toast?.id === id ? { toast: queued, queued: null } : {})),
}));
