import { create } from 'zustand';
import type { Undo } from '@/domain/undo';

/** What was just logged, in words, and how to take it back. One at a time: the last tap is the one that is regretted. */
interface Toast {
  id: number;
  text: string;
  undo: Undo | readonly Undo[] | null;
  /** News is what no tap asked for. */
  tone: 'said' | 'refused' | 'news';
}

interface Toasts {
  toast: Toast | null;
  /** News that can wait: a tap's answer, and its undo, come first. */
  waiting: Toast | null;
  say(text: string, undo?: Undo | readonly Undo[] | null): void;
  refuse(text: string): void;
  /** Says what no tap asked for, as soon as nothing else is being said. */
  inform(text: string): void;
  dismiss(id: number): void;
}

let nextId = 1;

export const useToasts = create<Toasts>()((set) => ({
  toast: null,
  waiting: null,
  say: (text, undo = null) => set({ toast: { id: nextId++, text, undo, tone: 'said' } }),
  refuse: (text) => set({ toast: { id: nextId++, text, undo: null, tone: 'refused' } }),
  inform: (text) =>
    set(({ toast }) => {
      const news: Toast = { id: nextId++, text, undo: null, tone: 'news' };
      return toast ? { waiting: news } : { toast: news };
    }),
  dismiss: (id) => set(({ toast, waiting }) => (toast?.id === id ? { toast: waiting, waiting: null } : {})),
}));
