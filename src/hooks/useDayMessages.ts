import { useEffect, useState } from 'react';
import { useTranslation } from '@/i18n/useTranslation';

/**
 * Loads the messages of the day, and returns whether they are here. For what Tonight can do
 * without: if they cannot be loaded, the night goes on without it.
 */
export function useDayMessages(): boolean {
  const { loadDayMessages } = useTranslation();
  const [isLoaded, setIsLoaded] = useState(false);
  useEffect(() => {
    loadDayMessages().then(
      () => setIsLoaded(true),
      () => undefined,
    );
  }, [loadDayMessages]);
  return isLoaded;
}
