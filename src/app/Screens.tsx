import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { Tonight } from '@/features/tonight/Tonight';
import { DayScreens } from './DayScreens';

const Nights = lazy(() => import('@/features/nights/Nights'));
const NightPage = lazy(() => import('@/features/nights/NightPage'));
const IncidentPage = lazy(() => import('@/features/nights/IncidentPage'));
const Dashboard = lazy(() => import('@/features/dashboard/Dashboard'));
const RotaScreen = lazy(() => import('@/features/oncall/RotaScreen'));
const RunbookScreens = lazy(() => import('@/features/oncall/RunbookScreens'));
const ReviewScreen = lazy(() => import('@/features/review/ReviewScreen'));
const PostmortemPage = lazy(() => import('@/features/postmortem/PostmortemPage'));
const HealthScreen = lazy(() => import('@/features/health/HealthScreen'));
const ReportScreen = lazy(() => import('@/features/paediatrician/ReportScreen'));
const ChoresScreen = lazy(() => import('@/features/chores/ChoresScreen'));
const NapsScreen = lazy(() => import('@/features/naps/NapsScreen'));
const PhonesScreens = lazy(() => import('@/features/phones/PhonesScreens'));
const WatchScreen = lazy(() => import('@/features/watch/WatchScreen'));
const HouseholdPages = lazy(() => import('@/features/settings/HouseholdPages'));

/**
 * All screens by address. Tonight is part of the app; the others are loaded when they are opened.
 */
export function Screens() {
  return (
    <Switch>
      <Route path={DAY_ROUTES}>
        <DayScreens>
          <Switch>
            <Route path="/nights" component={Nights} />
            <Route path="/nights/review" component={ReviewScreen} />
            <Route path="/nights/:night" component={NightPage} />
            <Route path="/nights/:night/post-mortem" component={PostmortemPage} />
            <Route path="/nights/:night/:incidentId" component={IncidentPage} />
            <Route path="/dashboard" component={Dashboard} />
            <Route path="/household/health" component={HealthScreen} />
            <Route path="/household/paediatrician" component={ReportScreen} />
            <Route path="/household/chores" component={ChoresScreen} />
            <Route path="/household/naps" component={NapsScreen} />
            <Route path="/household/on-call" component={RotaScreen} />
            <Route path={RUNBOOKS_ROUTE} component={RunbookScreens} />
            <Route path={PHONES_ROUTE} component={PhonesScreens} />
            <Route path="/watch" component={WatchScreen} />
            <Route path="/household/:page?" component={HouseholdPages} />
            <Route component={Tonight} />
          </Switch>
        </DayScreens>
      </Route>
      <Route component={Tonight} />
    </Switch>
  );
}

/**
 * `/household/runbooks`, `/household/on-call/…` with a runbook's id, or `/household/on-call/add/…`
 * with a whole runbook that somebody shared.
 */
const RUNBOOKS_ROUTE = /^\/household\/(?:runbooks|on-call\/.+)$/;

/** The phones of the household, and `/join/…` with the code that another phone shows. */
const PHONES_ROUTE = /^\/(?:household\/phones|join)(?:\/.*)?$/;

/** The addresses of all screens except Tonight. */
const DAY_ROUTES = /^\/(?:nights|dashboard|household|join|watch)(?:\/.*)?$/;
