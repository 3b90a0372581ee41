import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { isWithin, nightWindow } from '@/domain/night';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';

export type Theme = 'night' | 'dark' | 'light';

/**
 * Returns the chosen theme. 'auto' means night during the night's hours and while a child is awake,
 * otherwise the system's theme. The watch is black at any hour, whatever was chosen.
 */
export function useTheme(now: Instant): Theme {
  const choice = useDeviceSettings((device) => device.theme);
  const isNight = useIsNight(now);
  const prefersDark = usePrefersDark();
  const [location] = useLocation();
  if (location === '/watch') return 'night';
  if (choice !== 'auto') return choice;
  if (isNight) return 'night';
  return prefersDark ? 'dark' : 'light';
}

const darkModeQuery = () => matchMedia('(prefers-color-scheme: dark)');

/** Whether the system asks for a dark screen; follows changes. */
function usePrefersDark(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = darkModeQuery();
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => darkModeQuery().matches,
  );
}

/**
 * Returns true if the user may be half asleep: during the night's hours, and while a child is
 * awake.
 */
export function useIsNight(now: Instant): boolean {
  const { household, tonight, folded } = useHousehold();
  const isNightHour = isWithin(now, nightWindow(tonight.night, household, tonight.nightRow));
  return isNightHour || folded.some(({ state }) => state.isOpen);
}

/** Applies the theme to the document, and its background colour to the browser's own bars. */
export function useApplyTheme(theme: Theme): void {
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    const groundColor = getComputedStyle(document.documentElement).getPropertyValue('--ground').trim();
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', groundColor);
    // This attribute gave the first frame its background; the style sheet does so from here on.
    document.body.removeAttribute('bgcolor');
  }, [theme]);
}
