import { create } from 'zustand';
import type { Undo } from '@/domain/undo';

/** What was just logged, in words, and how to take it back. One at a time: the last tap is the one that is regretted. */
export interface Toast {
  id: number;
  text: string;
  undo: Undo | null;
  tone: 'said' | 'refused';
}

interface Toasts {
  toast: Toast | null;
  say(text: string, undo?: Undo | null): void;
  refuse(text: string): void;
  dismiss(id: number): void;
}

let nextId = 1;

export const useToasts = create<Toasts>()((set) => ({
  toast: null,
  say: (text, undo = null) => set({ toast: { id: nextId++, text, undo, tone: 'said' } }),
  refuse: (text) => set({ toast: { id: nextId++, text, undo: null, tone: 'refused' } }),
  dismiss: (id) => set(({ toast }) => (toast?.id === id ? { toast: null } : {})),
}));
