import { type ReactNode, use } from 'react';
import { useTranslation } from '@/i18n/useTranslation';

/**
 * Suspends until the texts of the day screens are loaded; they are not loaded before the first tap.
 */
export function DayScreens({ children }: { children: ReactNode }) {
  use(useTranslation().loadDayMessages());
  return children;
}
