import type { Dose, Temperature } from '@/domain/health/observation';
import type { Episode } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';
import { at, day, LEO, tonightAt } from './factories';

/* Illnesses, temperatures and medicine of Léo, by default at times of the usual night. */

const toInstant = (time: string | Instant): Instant => (typeof time === 'string' ? tonightAt(time) : time);

const rowAt = (time: string | Instant) => {
  const moment = toInstant(time);
  return { updatedAt: moment, deletedAt: null, childId: LEO, at: moment };
};

/** A dose of 3 ml of paracetamol that must not be repeated within `minHours`. */
export const dose = (time: string | Instant, minHours: number | null = 6, more: Partial<Dose> = {}): Dose => ({
  id: `dose ${time}`,
  ...rowAt(time),
  kind: 'medicine',
  name: 'Paracetamol',
  amount: '3 ml',
  minHours,
  ...more,
});

export const temperature = (time: string | Instant, celsius: number, more: Partial<Temperature> = {}): Temperature => ({
  id: `temperature ${time}`,
  ...rowAt(time),
  kind: 'temperature',
  celsius,
  ...more,
});

export const illnessEpisode = (startDay: string, endDay: string | null, more: Partial<Episode> = {}): Episode => ({
  id: `ill ${startDay}`,
  updatedAt: at('2026-11-16 10:00'),
  deletedAt: null,
  childId: LEO,
  label: 'Cold',
  kind: 'cold',
  startDay: day(startDay),
  endDay: endDay === null ? null : day(endDay),
  note: '',
  ...more,
});
