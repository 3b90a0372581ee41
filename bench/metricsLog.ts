import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { gameDayLog } from '@/gameday/gameDayLog';
import type { Day, WallTime } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import { PLAIN_NAMES } from './gameDayNames';

/*
 * Writes a simulated log of the given number of weeks into a file, together with its range of
 * nights and the instant of the morning after. The log has two children and 40,000 incidents in ten
 * years. When the file is read, its rows are laid out in memory as rows from IndexedDB are.
 */

const ZONE = 'Europe/Paris';
const LAST_NIGHT = '2026-11-22' as Day;
const INCIDENTS_PER_NIGHT = 13.5;

const [file = '', weeks = ''] = process.argv.slice(2);
const log = gameDayLog({
  seed: 1,
  lastNight: LAST_NIGHT,
  weeks: Number(weeks),
  timeZone: ZONE,
  names: PLAIN_NAMES,
  incidentsPerNight: INCIDENTS_PER_NIGHT,
});
const range = { from: addDays(LAST_NIGHT, 1 - Number(weeks) * 7), to: LAST_NIGHT };
const now = instantOnWall(addDays(LAST_NIGHT, 1), '09:00' as WallTime, ZONE);
writeFileSync(file, serialize({ log, range, now }));
