import { atOnce, each, type Family, one, overAllWindows, overWindows, seconds } from './family';

/** What does it cost? */
export const COSTS: readonly Family[] = [
  overWindows(
    'infernalops_double_incidents',
    'Stretches in which two children were awake at once.',
    [],
    ({ metrics }) => one(metrics.double.count),
  ),
  overWindows('infernalops_double_incident_seconds', 'Time with two children awake at once.', [], ({ metrics }) =>
    one(seconds(metrics.double.minutes)),
  ),
  overWindows(
    'infernalops_incidents_per_child_night',
    'Incidents per logged night and child, during an illness of that child and outside.',
    ['illness'],
    ({ metrics }) => each('illness', { ...metrics.illness }, (rate) => rate),
  ),
  atOnce('infernalops_technical_debt_seconds', 'Effort of the chores that were put off.', [], ({ windows }) =>
    one(seconds(windows[0]?.metrics.debt.outstanding ?? null)),
  ),
  overAllWindows(
    'infernalops_technical_debt_accrued_seconds',
    'Effort of the chores that were put off within the window.',
    ({ metrics }) => seconds(metrics.debt.accrued),
  ),
  overAllWindows(
    'infernalops_technical_debt_paid_seconds',
    'Effort of the chores that were done within the window.',
    ({ metrics }) => seconds(metrics.debt.paid),
  ),
];
