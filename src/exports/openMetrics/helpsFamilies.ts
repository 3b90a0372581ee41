import type { RemedyFigures } from '@/metrics/remedies';
import { each, type Family, overWindows, statsOfEach } from './family';

/** What woke them, and what helps? Causes and remedies are the keys of docs/data.md. */
export const HELPS: readonly Family[] = [
  overWindows('infernalops_incidents_by_cause', 'Incidents by what woke the child.', ['cause'], ({ metrics }) =>
    each('cause', metrics.causes, (count) => count),
  ),
  remedyFamily('infernalops_remedies_tried', 'Incidents in which this remedy was tried.', ({ used }) => used),
  remedyFamily(
    'infernalops_remedies_credited',
    'Incidents that settled with this remedy as the last one tried.',
    ({ credited }) => credited,
  ),
  remedyFamily(
    'infernalops_remedy_held_ratio',
    'Share of the credited incidents after which the child slept for an hour.',
    ({ held }) => held,
  ),
  overWindows(
    'infernalops_remedy_recovery_seconds',
    'From the last try of this remedy until the child slept.',
    ['remedy', 'stat'],
    ({ metrics }) => statsOfEach('remedy', metrics.remedies, ({ recovery }) => recovery),
  ),
];

function remedyFamily(name: Family['name'], help: string, figureOf: (figures: RemedyFigures) => number | null): Family {
  return overWindows(name, help, ['remedy'], ({ metrics }) => each('remedy', metrics.remedies, figureOf));
}
