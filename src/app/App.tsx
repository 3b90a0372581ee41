import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { InfernalDatabase } from '@/db/database';
import { type People, readPeople } from '@/db/queries';
import { presentNight, readTonight } from '@/db/tonight';
import { HouseholdProvider, type HouseholdRows, useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { deviceLocales } from '@/i18n/deviceLocales';
import {
  deviceLanguage,
  loadTranslation,
  type Translation,
  TranslationContext,
  useTranslation,
} from '@/i18n/useTranslation';
import { SECOND_MS } from '@/lib/time';
import { showBadge } from '@/pwa/badge';
import { useDeviceSettings } from '@/stores/device';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary';
import { StorageSentence } from './StorageSentence';
import { saveShellHints } from './shellHints';
import { Tabs } from './Tabs';
import { ToastHost } from './ToastHost';
import { useApplyTheme, useTheme } from './useTheme';
import { useWokeLink } from './useWokeLink';

interface AppProps {
  /** The rows read before the first frame, so that the app does not first show an empty screen. */
  initialRows: HouseholdRows;
  initialTranslation: Translation;
  /** The screens by address. */
  children: ReactNode;
}

/**
 * This file imports no feature, so the test of one screen can render it in the app without the
 * other screens.
 */
export function App({ initialRows, initialTranslation, children }: AppProps) {
  const translation = useChosenTranslation(initialTranslation);
  const [db, setDb] = useState(initialRows.db);
  return (
    <TranslationContext value={translation}>
      <ErrorBoundary db={db}>
        <LiveHousehold initialRows={initialRows} db={db}>
          <Router hook={useHashLocation}>
            <AppFrame screens={children} onLog={setDb} />
          </Router>
        </LiveHousehold>
      </ErrorBoundary>
    </TranslationContext>
  );
}

interface LiveHouseholdProps {
  initialRows: HouseholdRows;
  db: InfernalDatabase;
  children: ReactNode;
}

/** Reads the household within the error boundary, because a reading fails if the storage does. */
function LiveHousehold({ initialRows, db, children }: LiveHouseholdProps) {
  return <HouseholdProvider rows={useHouseholdRows(initialRows, db)}>{children}</HouseholdProvider>;
}

// Without this file, one sentence still says that the storage fails.
const Notices = lazy(() => import('./Notices').catch(() => ({ default: StorageSentence })));

interface AppFrameProps {
  screens: ReactNode;
  onLog: (db: InfernalDatabase) => void;
}

/** Everything around the present screen: banners, tabs and toasts. */
function AppFrame({ screens, onLog }: AppFrameProps) {
  const now = useNow(15 * SECOND_MS);
  const { db, folded } = useHousehold();
  useApplyTheme(useTheme(now));
  useWokeLink();
  const openCount = folded.filter(({ state }) => state.isOpen).length;
  // The incidents of a GameDay are not real.
  useEffect(() => showBadge(db.isGameDay ? 0 : openCount), [db, openCount]);
  useShellHints();
  // The shell hears that the app has come up, and tells the service worker (public/early.js).
  useEffect(() => void dispatchEvent(new Event('infernalops:started')), []);
  return (
    <div className={styles.app}>
      <Suspense>
        <Notices now={now} onLog={onLog} />
      </Suspense>
      <Suspense fallback={<main />}>{screens}</Suspense>
      <Tabs />
      <ToastHost />
    </div>
  );
}

/**
 * The household, its people and the present night as live queries. At noon the night changes, even
 * while the app is open.
 */
function useHouseholdRows(initial: HouseholdRows, db: InfernalDatabase): HouseholdRows {
  const people: People = useLiveQuery(() => readPeople(db), [db], initial.people);
  const { household } = people;
  const night = presentNight(household, useNow(30 * SECOND_MS));
  // Each reading of the people makes a new row. Only another night or other hours need new rows.
  const hours = household && [household.timeZone, household.formerZones, household.nightStart, household.nightEnd];
  const tonight = useLiveQuery(
    () => readTonight(db, night, household),
    [db, night, JSON.stringify(hours)],
    initial.tonight,
  );
  return { db, people, tonight };
}

/**
 * Loads the chosen language and hours when they change. The previous ones are used until then.
 */
function useChosenTranslation(initial: Translation): Translation {
  const [translation, setTranslation] = useState(initial);
  const chosenLanguage = useDeviceSettings((device) => device.language);
  const hours = useDeviceSettings((device) => device.hours);
  const language = chosenLanguage ?? deviceLanguage(deviceLocales());
  useEffect(() => {
    document.documentElement.lang = translation.language;
    if (language === translation.language && hours === translation.hours) return;
    let isCurrent = true;
    // The language is chosen on the Household screen. Without the texts of the day screens, that
    // screen would disappear until they are loaded.
    loadTranslation(language, deviceLocales(), hours).then(async (loaded) => {
      await loaded.loadDayMessages();
      if (isCurrent) setTranslation(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [language, hours, translation]);
  return translation;
}

function useShellHints(): void {
  const { db, activeChildren, folded } = useHousehold();
  const translation = useTranslation();
  useEffect(() => {
    if (!db.isGameDay) saveShellHints(translation, activeChildren, folded);
  }, [db, translation, activeChildren, folded]);
}
