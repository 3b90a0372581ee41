import type { Metrics } from '@/metrics/computeMetrics';
import type { Escalations } from '@/metrics/escalations';
import type { Fatigue } from '@/metrics/fatigue';
import { atOnce, each, type Family, one, overWindows, type Sample, seconds, statsOfEach } from './family';

/** Who carries the night, and for how long yet? */
export const WHO: readonly Family[] = [
  overWindows(
    'infernalops_caregiver_availability_ratio',
    'Share of the night in which this caregiver was not up for a child.',
    ['caregiver'],
    ({ metrics }, { caregiver }) => each('caregiver', metrics.availability.byCaregiver, (value) => value, caregiver),
  ),
  overWindows(
    'infernalops_awake_seconds',
    'Time for which this caregiver was up for a child.',
    ['caregiver'],
    ({ metrics }, { caregiver }) =>
      each('caregiver', metrics.load.byCaregiver, ({ awakeMinutes }) => seconds(awakeMinutes), caregiver),
  ),
  fatigueFamily(
    'infernalops_interventions',
    'Incidents to which this caregiver responded.',
    ({ interventions }) => interventions,
  ),
  overWindows(
    'infernalops_load_ratio',
    'Share of all interventions that are of this caregiver.',
    ['caregiver'],
    ({ metrics }, { caregiver }) => each('caregiver', metrics.load.byCaregiver, ({ share }) => share, caregiver),
  ),
  overWindows(
    'infernalops_load_fairness_ratio',
    'Jain index of the interventions: 1 if all do the same.',
    [],
    ({ metrics }) => one(metrics.load.fairness),
  ),
  overWindows(
    'infernalops_rota_adherence_ratio',
    'Share of the incidents to which whoever was on call came first.',
    [],
    ({ metrics }) => one(metrics.load.rotaAdherence),
  ),
  overWindows(
    'infernalops_escalations',
    'Times somebody tried to wake this caregiver, by voice or by page, and whether they got up.',
    ['caregiver', 'via', 'reply'],
    ({ metrics }, { caregiver }) => escalationSamples(metrics.escalations, caregiver),
  ),
  fatigueFamily(
    'infernalops_no_responses',
    'Times this caregiver did not wake, or could not come.',
    ({ noResponses }) => noResponses,
  ),
  overWindows(
    'infernalops_pages',
    'Pages sent to the phone of this caregiver.',
    ['caregiver'],
    ({ metrics }, { caregiver }) => each('caregiver', metrics.pages?.byCaregiver ?? {}, ({ sent }) => sent, caregiver),
  ),
  overWindows(
    'infernalops_pages_delivered',
    'Pages for which a phone said that it rang.',
    ['caregiver'],
    ({ metrics }, { caregiver }) =>
      each('caregiver', metrics.pages?.byCaregiver ?? {}, ({ delivered }) => delivered, caregiver),
  ),
  overWindows(
    'infernalops_page_answer_seconds',
    'From a page until this caregiver is up.',
    ['caregiver', 'stat'],
    ({ metrics }, { caregiver }) =>
      statsOfEach('caregiver', metrics.pages?.byCaregiver ?? {}, ({ answer }) => answer, caregiver),
  ),
  fatigueFamily(
    'infernalops_worst_night_interventions',
    'The most interventions of this caregiver in one night.',
    ({ worstNight }) => worstNight,
  ),
  atOnce(
    'infernalops_fatigue_limit_interventions',
    'The most interventions of one night that are not too many for this caregiver.',
    ['caregiver'],
    ({ fatigueLimits, people }) => each('caregiver', fatigueLimits, (limit) => limit, people.caregiver),
  ),
  fatigueFamily(
    'infernalops_nights_over_fatigue_limit',
    'Nights with more interventions of this caregiver than the limit.',
    ({ nightsOverLimit }) => nightsOverLimit,
  ),
  fatigueFamily(
    'infernalops_capacity_interventions',
    'Median of the interventions of a night after which this caregiver no longer woke.',
    ({ capacity }) => capacity,
  ),
  atOnce(
    'infernalops_patience_ratio',
    'Patience of this caregiver over 28 nights; a game, from which nothing is computed.',
    ['caregiver'],
    ({ patience, people }) => each('caregiver', patience, (level) => level / 100, people.caregiver),
  ),
];

function fatigueFamily(name: Family['name'], help: string, figureOf: (figures: Fatigue) => number | null): Family {
  return overWindows(name, help, ['caregiver'], ({ metrics }, { caregiver }) =>
    each('caregiver', metrics.fatigue.byCaregiver, figureOf, caregiver),
  );
}

/** Without a page in the window, all attempts were by voice. */
function escalationSamples({ byCaregiver, byVia }: Metrics['escalations'], nameOf: (id: string) => string): Sample[] {
  return Object.entries(byCaregiver).flatMap(([id, all]) =>
    Object.entries(byVia?.[id] ?? { voice: all }).flatMap(([via, { attempts, answered }]: [string, Escalations]) =>
      Object.entries({ answered, unanswered: attempts - answered }).map(([reply, value]) => ({
        labels: { caregiver: nameOf(id), via, reply },
        value,
      })),
    ),
  );
}
