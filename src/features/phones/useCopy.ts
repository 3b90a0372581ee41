import { useState } from 'react';
import { useToasts } from '@/stores/toasts';

/**
 * Returns what copies a text and says so, and whether the browser has refused it. The text is on
 * the page, too: then a finger has to mark it.
 */
export function useCopy(text: string, done: string): { copy: () => Promise<void>; isRefused: boolean } {
  const [isRefused, setIsRefused] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsRefused(false);
      useToasts.getState().showSuccess(done);
    } catch {
      setIsRefused(true);
    }
  };
  return { copy, isRefused };
}
