import { type ReactNode, use } from 'react';
import { useWords } from '@/i18n/language';

/** Waits for the words of the screens by day, which are not loaded before the first tap. */
export function ByDay({ children }: { children: ReactNode }) {
  use(useWords().day());
  return children;
}
