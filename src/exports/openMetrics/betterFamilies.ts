import { atOnce, each, type Family, one, overAllWindows, overWindows, seconds, stats } from './family';

/** Is it getting better? */
export const BETTER: readonly Family[] = [
  overAllWindows(
    'infernalops_nights_observed',
    'Nights of the window for which something was logged.',
    ({ metrics }) => metrics.availability.observedNights,
  ),
  overWindows('infernalops_nights_incident_free', 'Logged nights without an incident that counts.', [], ({ metrics }) =>
    one(metrics.availability.incidentFreeNights),
  ),
  overWindows('infernalops_incidents', 'Wake-ups within the hours of the night, without false alarms.', [], (figures) =>
    one(figures.metrics.incidents.counted),
  ),
  overWindows('infernalops_child_incidents', 'The same, of each child.', ['child'], ({ countedByChild }, { child }) =>
    each('child', countedByChild, (count) => count, child),
  ),
  overWindows('infernalops_false_alarms', 'Wake-ups that settled alone within the grace time.', [], ({ metrics }) =>
    one(metrics.incidents.falseAlarms),
  ),
  overWindows('infernalops_incidents_self_settled', 'Incidents that ended with settled alone.', [], ({ metrics }) =>
    one(metrics.incidents.selfSettled),
  ),
  overWindows('infernalops_incidents_reopened', 'Incidents whose fix did not hold.', [], ({ metrics }) =>
    one(metrics.incidents.reopened),
  ),
  overWindows('infernalops_mttr_seconds', 'From the cry until everybody can sleep again.', ['stat'], ({ metrics }) =>
    stats(metrics.mttr),
  ),
  overWindows('infernalops_mttr_incidents', 'Incidents of which the time to recovery is known.', [], ({ metrics }) =>
    one(metrics.mttr.n),
  ),
  atOnce('infernalops_mttr_objective_seconds', 'The time to recovery that the household aims at.', [], (figures) =>
    one(seconds(figures.mttrObjectiveMinutes)),
  ),
  overWindows('infernalops_mtta_seconds', 'From the cry until somebody is up.', ['stat'], ({ metrics }) =>
    stats(metrics.mtta),
  ),
  overWindows(
    'infernalops_time_between_incidents_seconds',
    'Quiet between the end of an incident and the next cry of that night.',
    ['stat'],
    ({ metrics }) => stats(metrics.timeBetween),
  ),
  overWindows('infernalops_availability_ratio', 'Share of the night in which no child was awake.', [], ({ metrics }) =>
    one(metrics.availability.household),
  ),
  overWindows(
    'infernalops_child_availability_ratio',
    'Share of the night in which this child was not awake.',
    ['child'],
    ({ metrics }, { child }) => each('child', metrics.availability.byChild, (value) => value, child),
  ),
  atOnce(
    'infernalops_availability_objective_ratio',
    'The availability that the household aims at.',
    [],
    ({ windows }) => one(windows[0]?.metrics.errorBudget.objective ?? null),
  ),
  overWindows('infernalops_error_budget_seconds', 'Time awake that the objective allows.', [], ({ metrics }) =>
    one(seconds(metrics.errorBudget.budget)),
  ),
  overWindows('infernalops_error_budget_spent_seconds', 'Time with any child awake.', [], ({ metrics }) =>
    one(seconds(metrics.errorBudget.spent)),
  ),
  overWindows(
    'infernalops_error_budget_remaining_ratio',
    'Share of the error budget that is left; negative once it is overspent.',
    [],
    ({ metrics }) => one(metrics.errorBudget.remaining),
  ),
  overWindows(
    'infernalops_longest_stretch_seconds',
    'Longest stretch of a night without a child awake: the best night, and the mean of all.',
    ['stat'],
    ({ metrics }) => each('stat', metrics.availability.longestStretch, seconds),
  ),
  overWindows(
    'infernalops_streak_nights',
    'Logged nights in a row with an incident, back from the last one, not beyond the window.',
    [],
    ({ metrics }) => one(metrics.streak),
  ),
  atOnce('infernalops_incident_open', '1 while the child is awake, else 0.', ['child'], ({ awakeSince, people }) =>
    each('child', awakeSince, (since) => (since === null ? 0 : 1), people.child),
  ),
  atOnce(
    'infernalops_incident_open_since_timestamp_seconds',
    'When a child that is awake woke.',
    ['child'],
    ({ awakeSince, people }) =>
      each('child', awakeSince, (since) => (since === null ? null : since / 1000), people.child),
  ),
];
