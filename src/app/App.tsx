import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { type People, readPeople } from '@/db/queries';
import { readTonight } from '@/db/tonight';
import { nightOf } from '@/domain/night';
import { HouseholdProvider, type HouseholdRows, useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import {
  deviceLanguage,
  loadTranslation,
  type Translation,
  TranslationContext,
  useTranslation,
} from '@/i18n/useTranslation';
import { SECOND_MS } from '@/lib/time';
import { deviceTimeZone } from '@/lib/zone';
import { showBadge } from '@/pwa/badge';
import { useDeviceSettings } from '@/stores/device';
import styles from './App.module.css';
import { Banners } from './Banners';
import { ErrorBoundary } from './ErrorBoundary';
import { saveShellHints } from './shellHints';
import { Tabs } from './Tabs';
import { ToastHost } from './ToastHost';
import { useIncidentNotifications } from './useIncidentNotifications';
import { useApplyTheme, useTheme } from './useTheme';
import { useWokeLink } from './useWokeLink';

interface AppProps {
  /** What was read before the first frame, so that the app does not begin with an empty one. */
  initialRows: HouseholdRows;
  initialTranslation: Translation;
  /** The screens, by their addresses. */
  children: ReactNode;
}

/** Imports no feature: the test of one screen renders it in here without the other screens. */
export function App({ initialRows, initialTranslation, children }: AppProps) {
  const words = useChosenTranslation(initialTranslation);
  const rows = useHouseholdRows(initialRows);
  return (
    <TranslationContext value={words}>
      <ErrorBoundary db={initialRows.db}>
        <HouseholdProvider rows={rows}>
          <Router hook={useHashLocation}>
            <AppFrame screens={children} />
          </Router>
        </HouseholdProvider>
      </ErrorBoundary>
    </TranslationContext>
  );
}

/** What stands round every screen. */
function AppFrame({ screens }: { screens: ReactNode }) {
  const now = useNow(15 * SECOND_MS);
  const { db, folded } = useHousehold();
  useApplyTheme(useTheme(now));
  useWokeLink();
  const openCount = folded.filter(({ state }) => state.isOpen).length;
  // A GameDay's incidents wake nobody.
  useEffect(() => showBadge(db.isGameDay ? 0 : openCount), [db, openCount]);
  useIncidentNotifications();
  useShellHints();
  return (
    <div className={styles.app}>
      <Banners now={now} />
      <Suspense fallback={<main />}>{screens}</Suspense>
      <Tabs />
      <ToastHost />
    </div>
  );
}

/** The household, everybody in it and this night, live; the night changes at noon while the app is open. */
function useHouseholdRows(start: HouseholdRows): HouseholdRows {
  const { db } = start;
  const people: People = useLiveQuery(() => readPeople(db), [db], start.people);
  const timeZone = people.household?.timeZone ?? deviceTimeZone();
  const night = nightOf(useNow(30 * SECOND_MS), timeZone);
  const tonight = useLiveQuery(() => readTonight(db, night, timeZone), [db, timeZone, night], start.tonight);
  return { db, people, tonight };
}

/** The chosen language, loaded when it changes; the old one stays until the new one is there. */
function useChosenTranslation(first: Translation): Translation {
  const [words, setWords] = useState(first);
  const chosen = useDeviceSettings((device) => device.language);
  const language = chosen ?? deviceLanguage(navigator.languages);
  useEffect(() => {
    document.documentElement.lang = words.language;
    if (language === words.language) return;
    let isCurrent = true;
    // Chosen in Household, by day: its words come with it, or the screen would blink.
    loadTranslation(language, navigator.languages).then(async (loaded) => {
      await loaded.loadDayMessages();
      if (isCurrent) setWords(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [language, words]);
  return words;
}

function useShellHints(): void {
  const { db, activeChildren, folded } = useHousehold();
  const words = useTranslation();
  useEffect(() => {
    if (!db.isGameDay) saveShellHints(words, activeChildren, folded);
  }, [db, words, activeChildren, folded]);
}
