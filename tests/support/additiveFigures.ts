import type { Metrics } from '@/metrics/computeMetrics';

/* The figures that can be added up, for single nights and for whole ranges. */

type Counts = Record<string, number>;

const withPrefix = (name: string, counts: Partial<Counts>): [string, number][] =>
  Object.entries(counts).map(([key, count]) => [`${name}.${key}`, count ?? 0]);

/** Returns the figures that are sums over nights, by their keys. */
export function additiveFigures(figures: Metrics): Counts {
  const { incidents, availability, errorBudget, double, debt, causes, runbooks } = figures;
  const each = <T>(name: string, byKey: Partial<Record<string, T>>, pick: (figure: T) => Counts) =>
    Object.entries(byKey).flatMap(([key, figure]) => (figure ? withPrefix(`${name}.${key}`, pick(figure)) : []));
  return Object.fromEntries([
    ...withPrefix('incidents', { ...incidents }),
    ...withPrefix('n', { mttr: figures.mttr.n, mtta: figures.mtta.n, timeBetween: figures.timeBetween.n }),
    ...withPrefix('availability', {
      observedNights: availability.observedNights,
      incidentFreeNights: availability.incidentFreeNights,
    }),
    ...withPrefix('errorBudget', { budget: errorBudget.budget ?? 0, spent: errorBudget.spent ?? 0 }),
    ...withPrefix('double', { ...double }),
    ...withPrefix('debt', { accrued: debt.accrued, paid: debt.paid }),
    ...withPrefix('causes', causes),
    ...withPrefix('runbooks', runbooks),
    ...each('remedies', figures.remedies, ({ used, credited }) => ({ used, credited })),
    ...each('fatigue', figures.fatigue.byCaregiver, ({ interventions, noResponses, nightsOverLimit }) => ({
      interventions,
      noResponses,
      nightsOverLimit,
    })),
    ...each('escalations', figures.escalations.byCaregiver, ({ attempts, answered }) => ({ attempts, answered })),
    // The attempts by voice are apart only in a range with a page, so they cannot be added up.
    ...each('page', figures.escalations.byVia ?? {}, ({ page: { attempts, answered } }) => ({ attempts, answered })),
    ...each('pages', figures.pages?.byCaregiver ?? {}, ({ sent, delivered, declined, answer }) => ({
      sent,
      delivered,
      declined,
      answers: answer.n,
    })),
    ...each('load', figures.load.byCaregiver, ({ awakeMinutes }) => ({ awakeMinutes })),
  ]);
}

export function sumOfFigures(all: readonly Metrics[]): Counts {
  const sums: Counts = {};
  for (const figures of all)
    for (const [key, count] of Object.entries(additiveFigures(figures))) sums[key] = (sums[key] ?? 0) + count;
  return sums;
}
