import { test } from '@playwright/test';
import { createCalendar } from './soak/calendar';
import { SimulatedYear } from './soak/year';
import { print } from './support/print';

/** `npm run soak` has a year. */
const NIGHTS = Number(process.env.SOAK_NIGHTS ?? 3);
/** The seed of the plan. It is printed; the same seed repeats a run. */
const SEED = Number(process.env.SOAK_SEED ?? 2026);
const ZONE = process.env.SOAK_ZONE ?? 'Europe/Paris';
const FIRST_NIGHT = '2026-09-01';

test(`a household of two phones for ${NIGHTS} nights: both logs and all figures are as told`, async () => {
  test.setTimeout(120_000 + NIGHTS * 120_000);
  print(`SOAK_SEED=${SEED} SOAK_NIGHTS=${NIGHTS} SOAK_ZONE=${ZONE}`);
  const year = await SimulatedYear.begin({ seed: SEED, calendar: createCalendar(ZONE), firstNight: FIRST_NIGHT });
  try {
    await year.play(NIGHTS);
  } finally {
    await year.end();
  }
});
