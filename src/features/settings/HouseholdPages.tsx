import type { ComponentType } from 'react';
import { Redirect, useParams } from 'wouter';
import { HouseholdList } from './HouseholdList';
import { ImportPage } from './import/ImportPage';
import { AboutPage } from './pages/AboutPage';
import { BackupPage } from './pages/BackupPage';
import { DeletedPage } from './pages/DeletedPage';
import { ErasePage } from './pages/ErasePage';
import { ExportPage } from './pages/ExportPage';
import { GameDayPage } from './pages/GameDayPage';
import { GracePage } from './pages/GracePage';
import { InstallPage } from './pages/InstallPage';
import { NightHoursPage } from './pages/NightHoursPage';
import { ObjectivesPage } from './pages/ObjectivesPage';
import { CaregiversPage, ChildrenPage } from './pages/PeoplePage';
import { AppearancePage, ClockPage, LanguagePage, PhonePage } from './pages/PhonePages';
import { RestorePage } from './pages/RestorePage';
import { StoragePage } from './pages/StoragePage';
import { WakeLinksPage } from './pages/WakeLinksPage';
import { ZonePage } from './pages/ZonePage';

/** The pages behind the rows of Household, by the last part of their address. */
const PAGES = new Map<string, ComponentType>([
  ['children', ChildrenPage],
  ['caregivers', CaregiversPage],
  ['hours', NightHoursPage],
  ['objectives', ObjectivesPage],
  ['grace', GracePage],
  ['zone', ZonePage],
  ['phone', PhonePage],
  ['language', LanguagePage],
  ['appearance', AppearancePage],
  ['clock', ClockPage],
  ['links', WakeLinksPage],
  ['install', InstallPage],
  ['storage', StoragePage],
  ['backup', BackupPage],
  ['restore', RestorePage],
  ['import', ImportPage],
  ['export', ExportPage],
  ['deleted', DeletedPage],
  ['gameday', GameDayPage],
  ['about', AboutPage],
  ['erase', ErasePage],
]);

/**
 * Household, or a page behind one of its rows. They are loaded together, so that a row opens at
 * once. An address that is none of them shows Tonight, as everywhere.
 */
export default function HouseholdPages() {
  const { page } = useParams<{ page?: string }>();
  const Page = page === undefined ? HouseholdList : PAGES.get(page);
  return Page ? <Page key={page} /> : <Redirect to="/" replace />;
}
