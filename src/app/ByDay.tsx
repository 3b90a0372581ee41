import { type ReactNode, use } from 'react';
import { useTranslation } from '@/i18n/useTranslation';

/** Waits for the words of the screens by day, which are not loaded before the first tap. */
export function DayScreens({ children }: { children: ReactNode }) {
  use(useTranslation().loadDayMessages());
  return children;
}
