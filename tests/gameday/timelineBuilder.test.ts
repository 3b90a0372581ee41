import { describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import { HOUR_MS, MINUTE_MS } from '@/lib/time';
import { addDays, wallClockAt } from '@/lib/zone';
import { at, PARIS } from '../support/factories';
import { END, FIRST_NIGHT, figuresOf, LAST_NIGHT, SEEDS, simulate, stateOf } from './support';

const count = <T>(items: readonly T[], wanted: (item: T) => boolean): number => items.filter(wanted).length;
const entriesOf = ({ incidents }: HouseholdLog) => incidents.flatMap(({ timeline }) => timeline);

describe.each(SEEDS)('six weeks of seed %i', (seed) => {
  const log = simulate(seed);
  const figures = figuresOf(log);
  const [baby, toddler] = log.children.map(({ id }) => id);
  const [mum = '', dad = ''] = log.caregivers.map(({ id }) => id);

  it('the log has a mother who nearly always answers and a partner who answers about one call in five', () => {
    const { [mum]: hers, [dad]: his } = figures.escalations.byCaregiver;
    expect(hers?.rate).toBeGreaterThan(0.7);
    expect(his?.attempts).toBeGreaterThan(20);
    expect(his?.rate).toBeGreaterThan(0.1);
    expect(his?.rate).toBeLessThan(0.35);
    expect(figures.load.byCaregiver[mum]?.share).toBeGreaterThan(0.5);
  });

  it('the log gives data to every figure of the dashboard', () => {
    expect(figures.mttr.median).not.toBeNull();
    expect(figures.mtta.median).not.toBeNull();
    expect(figures.timeBetween.median).not.toBeNull();
    expect(figures.availability.household).toBeGreaterThan(0.75);
    expect(figures.fatigue.byCaregiver[dad]?.capacity).not.toBeNull();
    expect(figures.load.rotaAdherence).not.toBeNull();
    expect(figures.illness.during).toBeGreaterThan(figures.illness.outside ?? 0);
    expect(figures.debt.outstanding).toBeGreaterThan(0);
    expect(figures.debt.paid).toBeGreaterThan(0);
    expect(Object.keys(figures.runbooks)).toHaveLength(log.runbooks.length + 1);
  });

  it('the log has nights in which the partner was up first and did not wake later', () => {
    const nights = Array.from({ length: 42 }, (_, index) => addDays(FIRST_NIGHT, index));
    const capacities = nights.map((night) => figuresOf(log, night, night).fatigue.byCaregiver[dad]?.capacity ?? 0);
    expect(Math.max(...capacities)).toBeGreaterThan(0);
    expect(Math.max(...capacities)).toBeLessThan(8);
  });

  it('the baby wakes less in the last two weeks than in the first two', () => {
    const isBabyIll = (night: string) =>
      log.episodes.some(({ childId, startDay, endDay }) => {
        return childId === baby && startDay <= night && night <= (endDay ?? LAST_NIGHT);
      });
    const perNight = (from: number, to: number) => {
      const nights = figures.nights.slice(from, to).filter(({ observed, night }) => observed && !isBabyIll(night));
      const cries = log.incidents.filter(({ childId, timeline: [first] }) => {
        return (
          childId === baby &&
          nights.some(({ windowStart, windowEnd }) => {
            return first && first.at >= windowStart && first.at < windowEnd;
          })
        );
      });
      return cries.length / nights.length;
    };
    expect(perNight(28, 42)).toBeLessThan(perNight(0, 14));
  });

  it('the log has false alarms, cries that settled alone, reopened incidents, and early mornings', () => {
    expect(figures.incidents.falseAlarms).toBeGreaterThan(0);
    expect(figures.incidents.selfSettled).toBeGreaterThan(0);
    expect(figures.incidents.reopened).toBeGreaterThan(0);
    expect(figures.incidents.open).toBe(0);
    for (const incident of log.incidents) {
      const { stretches } = stateOf(incident);
      // A child who is awake again within ten minutes continues the same incident; later it is
      // another one.
      stretches.slice(1).forEach(({ from }, index) => {
        expect(from - (stretches[index]?.to ?? 0)).toBeLessThanOrEqual(10 * MINUTE_MS);
      });
    }
  });

  it('the log has estimated entries, notes, hand-overs at the bedside, and entries without a caregiver', () => {
    const entries = entriesOf(log);
    expect(count(entries, ({ estimated }) => estimated)).toBeGreaterThan(0);
    expect(count(entries, ({ kind }) => kind === 'note')).toBeGreaterThan(0);
    expect(count(entries, ({ kind }) => kind === 'stoodDown')).toBeGreaterThan(0);
    expect(count(entries, (entry) => entry.kind === 'remedy' && entry.by === null)).toBeGreaterThan(0);
    expect(count(log.incidents, ({ causeId }) => causeId === null)).toBeGreaterThan(0);
  });

  it('the log has a double incident: at about four the diaper of the first child wakes the second', () => {
    expect(figures.double.count).toBeGreaterThan(0);
    expect(figuresOf(log, LAST_NIGHT, LAST_NIGHT).double.count).toBeGreaterThan(0);
    const double = log.runbooks.find(({ trigger }) => trigger === 'double')?.id;
    const doubleIncidentsOf = (child: string | undefined) =>
      log.incidents.filter(({ childId, runbookId }) => childId === child && runbookId === double).map(stateOf);
    const woken = doubleIncidentsOf(toddler).filter((second) =>
      doubleIncidentsOf(baby).some((first) => {
        const [diaper] = first.remedies;
        const after = second.detectedAt - (diaper?.at ?? 0);
        return diaper?.remedy === 'diaper' && after > 0 && after < 3 * MINUTE_MS;
      }),
    );
    const hours = woken.map(({ detectedAt }) => wallClockAt(detectedAt, PARIS).time.slice(0, 2));
    expect(hours.filter((hour) => hour === '03' || hour === '04').length).toBeGreaterThan(0);
  });

  it('the log has stormy nights: six incidents, and a caregiver who is called again and again', () => {
    expect(Math.max(...figures.nights.map(({ counted, falseAlarms }) => counted + falseAlarms))).toBeGreaterThanOrEqual(
      6,
    );
    const calls = log.incidents.map(({ timeline }) => count(timeline, ({ kind }) => kind === 'escalated'));
    expect(Math.max(...calls)).toBeGreaterThanOrEqual(3);
  });

  it('the log has quiet nights, and a weekend that nobody logged', () => {
    const quiet = figures.nights.filter(
      ({ observed, counted, falseAlarms }) => observed && counted + falseAlarms === 0,
    );
    expect(quiet.length).toBeGreaterThan(0);
    const unlogged = figures.nights.filter(({ observed }) => !observed).map(({ night }) => night);
    expect(unlogged.length).toBeLessThan(10);
    const friday = unlogged.find((night) => new Date(night).getUTCDay() === 5 && unlogged.includes(addDays(night, 2)));
    expect(friday).toBeDefined();
    expect(unlogged).not.toContain(LAST_NIGHT);
  });

  it('the log has bedtime and morning on most logged nights, and a few swaps', () => {
    const withBothTimes = count(log.nights, ({ bedtimeAt, morningAt }) => bedtimeAt !== null && morningAt !== null);
    expect(withBothTimes).toBeGreaterThan(22);
    expect(count(log.nights, ({ onCall }) => onCall !== null)).toBe(2);
    expect(log.nights.map(({ postmortem }) => postmortem).join('')).toBe('');
  });

  it('the log has a cold and then, after healthy days, a laryngitis of the other child', () => {
    const [cold, laryngitis] = log.episodes;
    expect(log.episodes.map(({ kind, label }) => [kind, label])).toEqual([
      ['cold', 'Cold'],
      ['laryngitis', 'Laryngitis'],
    ]);
    expect(new Set([cold?.childId, laryngitis?.childId])).toEqual(new Set([baby, toddler]));
    expect((cold?.endDay ?? END) < addDays(laryngitis?.startDay ?? LAST_NIGHT, -5)).toBe(true);
    for (const { childId, kind, startDay, endDay } of log.episodes) {
      const own = log.observations.filter((seen) => seen.childId === childId);
      const degrees = own.flatMap((seen) => (seen.kind === 'temperature' ? seen.celsius : []));
      expect(Math.max(...degrees)).toBeGreaterThanOrEqual(38);
      expect(Math.max(...degrees)).toBeLessThan(39.5);
      const doses = own.filter((seen) => seen.kind === 'medicine');
      expect(doses.length, kind).toBeGreaterThan(0);
      doses.slice(1).forEach((dose, index) => {
        expect(dose.at - (doses[index]?.at ?? 0)).toBeGreaterThanOrEqual((dose.minHours ?? 0) * HOUR_MS);
      });
      for (const { at: seenAt } of own) {
        expect(seenAt).toBeGreaterThan(at(`${startDay} 12:00`));
        expect(seenAt).toBeLessThan(at(`${addDays(endDay ?? LAST_NIGHT, 1)} 12:00`));
      }
    }
    expect(count(log.incidents, ({ causeId }) => causeId === 'illness')).toBeGreaterThan(0);
  });

  it('the log has deferred chores, some of them paid, and naps in the afternoon', () => {
    expect(count(log.chores, ({ paidAt }) => paidAt !== null)).toBeGreaterThan(0);
    expect(count(log.chores, ({ paidAt }) => paidAt === null)).toBeGreaterThan(0);
    for (const { deferredAt, paidAt } of log.chores) expect(paidAt ?? END).toBeGreaterThan(deferredAt);
    expect(log.naps.length).toBeGreaterThan(0);
  });

  it('the log has every dose of the night among the remedies, too', () => {
    const given = entriesOf(log).filter((entry) => entry.kind === 'remedy' && entry.remedy === 'medicine');
    const doses = new Set(log.observations.flatMap((seen) => (seen.kind === 'medicine' ? seen.at : [])));
    expect(given.filter(({ at: givenAt }) => !doses.has(givenAt))).toEqual([]);
  });
});

describe('the simulation over many households', () => {
  const all = SEEDS.map((seed) => figuresOf(simulate(seed)));
  const sum = (of: (figures: (typeof all)[number]) => number | undefined) =>
    all.reduce((total, figures) => total + (of(figures) ?? 0), 0);

  it('a feed brings sleep most often, and the sleep after it holds least often', () => {
    const creditShare = (remedy: 'feed' | 'cuddle' | 'co-sleep' | 'song') =>
      sum(({ remedies }) => remedies[remedy]?.credited) / sum(({ remedies }) => remedies[remedy]?.used);
    const heldShare = (remedy: 'feed' | 'cuddle' | 'co-sleep' | 'song') =>
      sum(({ remedies }) => (remedies[remedy]?.held ?? 0) * (remedies[remedy]?.credited ?? 0)) /
      sum(({ remedies }) => remedies[remedy]?.credited);
    for (const remedy of ['cuddle', 'co-sleep', 'song'] as const) {
      expect(creditShare('feed')).toBeGreaterThan(creditShare(remedy));
      expect(heldShare('feed')).toBeLessThan(heldShare(remedy));
    }
  });

  it('some mornings begin before the night is over', () => {
    const earlyMornings = SEEDS.flatMap((seed) => entriesOf(simulate(seed))).filter((entry) => {
      return entry.kind === 'resolved' && entry.outcome === 'upForDay';
    });
    expect(earlyMornings.length).toBeGreaterThan(0);
  });

  it('the second call of a night wakes the partner less often than the first', () => {
    const answers: Record<'fresh' | 'tired', boolean[]> = { fresh: [], tired: [] };
    for (const seed of SEEDS) {
      const log = simulate(seed, { weeks: 12 });
      const dad = log.caregivers[1]?.id;
      let [night, responses] = ['', new Set<string>()];
      for (const { id, timeline } of log.incidents) {
        const evening = new Date((timeline[0]?.at ?? 0) - 12 * HOUR_MS).toISOString().slice(0, 10);
        if (evening !== night) [night, responses] = [evening, new Set()];
        timeline.forEach((entry, index) => {
          if (entry.kind !== 'escalated' || entry.to !== dad) return;
          const next = timeline.slice(index + 1).find((candidate) => 'by' in candidate && candidate.by === dad);
          answers[responses.size === 0 ? 'fresh' : 'tired'].push(next?.kind === 'acknowledged');
        });
        if (timeline.some((entry) => entry.kind === 'acknowledged' && entry.by === dad)) responses.add(id);
      }
    }
    const rate = (list: readonly boolean[]) => count(list, Boolean) / list.length;
    expect(rate(answers.tired)).toBeLessThan(rate(answers.fresh));
  });
});
