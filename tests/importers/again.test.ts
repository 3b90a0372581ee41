import { expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import type { ImportPlan } from '@/importers/plan/importPlan';
import { type PlanOptions, planImport } from '@/importers/plan/planImport';
import { idOfContent } from '@/lib/idOfContent';
import type { Instant } from '@/lib/time';
import { HAS_IMPORT_FIXTURES, readAgainFixture, readFixtureFile } from '../support/importers/importFixtures';
import { tellChoice } from '../support/importers/tellChoice';

const names = {
  childId: (name: string) => idOfContent('children', name),
  caregiverId: (name: string) => idOfContent('caregivers', name),
};

it.skipIf(!HAS_IMPORT_FIXTURES)('a file that is imported again adds what is new, and leaves what is here', () => {
  const { steps, ...choice } = readAgainFixture();
  const now = Date.parse(choice.now) as Instant;
  const log: { -readonly [Table in keyof PlanOptions['log']]: PlanOptions['log'][Table] } = {
    incidents: [],
    observations: [],
    nights: [],
  };
  /** The only incident that began then. */
  const changeIncident = (detected: string, change: (incident: Incident) => Incident) => {
    const at = Date.parse(detected);
    log.incidents = log.incidents.map((each) => (each.timeline[0]?.at === at ? change(each) : each));
  };
  for (const step of steps) {
    const hand = step['by hand'];
    if (hand?.setResolved) {
      const to = Date.parse(hand.setResolved.to) as Instant;
      changeIncident(hand.setResolved.incident.detected, (incident) => ({
        ...incident,
        updatedAt: now,
        timeline: incident.timeline.map((entry) => (entry.kind === 'resolved' ? { ...entry, at: to } : entry)),
      }));
    }
    if (hand?.delete) changeIncident(hand.delete.detected, (incident) => ({ ...incident, deletedAt: now }));
    if (!step.import) continue;
    const { told } = tellChoice([{ name: step.import, bytes: readFixtureFile(`again/${step.import}`) }], choice);
    const plan = planImport(told, { log, hours: choice.household, names, now });
    expect(named(plan), step.why).toEqual(step.expect);
    log.incidents = [...log.incidents, ...plan.incidents.added];
    log.observations = [...log.observations, ...plan.observations.added];
    log.nights = [...log.nights, ...plan.nightsSet];
  }

  /** What a plan does, in the words of the fixture; empty lists are left out. */
  function named({ incidents, nightsSet, nightsLeft }: ImportPlan) {
    const all = {
      added: incidents.added.map(nameIncident),
      alreadyHere: incidents.alreadyHere.map(nameIncident),
      overlapping: incidents.overlapping.map(nameIncident),
      deletedHere: incidents.deletedHere.map(nameIncident),
      nightsSet: nightsSet.map(({ id, bedtimeAt, morningAt }) => ({
        night: id,
        bedtimeAt: new Date(bedtimeAt ?? 0).toISOString(),
        morningAt: new Date(morningAt ?? 0).toISOString(),
      })),
      nightsLeft,
    };
    return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0));
  }

  function nameIncident({ timeline }: Incident) {
    const iso = (at: number | undefined) => new Date(at ?? 0).toISOString();
    const resolved = timeline.findLast((entry) => entry.kind === 'resolved');
    return {
      childName: choice.answers.child,
      detected: iso(timeline[0]?.at),
      resolved: iso(resolved?.at),
      resolvedBy: ['Mum', 'Dad'].find((name) => names.caregiverId(name) === resolved?.by),
      remedies: timeline.flatMap((entry) =>
        entry.kind === 'remedy' ? [{ remedy: entry.remedy, at: iso(entry.at) }] : [],
      ),
    };
  }
});
