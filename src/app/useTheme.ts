import { useEffect, useSyncExternalStore } from 'react';
import { isWithin, nightWindow } from '@/domain/night';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';

export type Theme = 'night' | 'dark' | 'light';

/** The chosen theme; by itself, night within the night's hours and while a child is awake, else as the system has it. */
export function useTheme(now: Instant): Theme {
  const choice = useDeviceSettings((device) => device.theme);
  const isNight = useIsNight(now);
  const prefersDark = usePrefersDark();
  if (choice !== 'auto') return choice;
  if (isNight) return 'night';
  return prefersDark ? 'dark' : 'light';
}

const darkModeQuery = () => matchMedia('(prefers-color-scheme: dark)');

/** Whether the system asks for a dark screen, live. */
function usePrefersDark(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const watched = darkModeQuery();
      watched.addEventListener('change', onChange);
      return () => watched.removeEventListener('change', onChange);
    },
    () => darkModeQuery().matches,
  );
}

/** Whether somebody may be half asleep before this screen: within the night's hours, and while a child is awake. */
export function useIsNight(now: Instant): boolean {
  const { household, tonight, folded } = useHousehold();
  const inNight = isWithin(now, nightWindow(tonight.night, household, tonight.nightRow));
  return inNight || folded.some(({ state }) => state.isOpen);
}

/** Puts the theme on the document, and its ground into the browser's own bars. */
export function useApplyTheme(theme: Theme): void {
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground').trim();
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', ground);
    // The attribute painted the first frame; from here on the style sheet does.
    document.body.removeAttribute('bgcolor');
  }, [theme]);
}
