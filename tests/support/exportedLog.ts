import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { exampleLog } from './backup';
import { at, DAD, day, entry, incident, LEO, MUM, toWallTime } from './factories';

/** Texts as people write them that are hard on a table. */
const HARD_NOTE = '=1+1; "quoted", über\nzweite Zeile\tTab | 7,5 · 7.5';

/** An instant of 25 October 2026, in UTC. */
const utc = (time: string) => Date.parse(`2026-10-25T${time}Z`) as Instant;

/** A night in Paris in which 02:00 to 03:00 was there twice. */
const CHANGE_NIGHT = [
  entry('detected', utc('00:50:00')),
  entry('escalated', utc('00:52:00')),
  entry('noResponse', utc('00:53:00'), { declined: true }),
  entry('escalated', utc('00:54:00'), { to: MUM, level: 2, via: 'page' }),
  entry('delivered', utc('00:54:02'), { to: MUM }),
  entry('acknowledged', utc('00:55:00')),
  entry('remedy', utc('00:56:00'), { remedy: 'co-sleep' }),
  entry('step', utc('00:57:00'), { stepId: 'wait', outcome: 'skipped' }),
  entry('note', utc('00:58:00'), { text: '-2 °C im Flur' }),
  entry('stoodDown', utc('00:59:00')),
  entry('resolved', utc('01:10:27.500')),
];

/**
 * A log with rows of every table and entries of every kind, with umlauts, quotes, line ends, what
 * looks like a formula, a bar in a name, and a night in which the clocks change.
 */
export function exportedLog(): HouseholdLog {
  const log = exampleLog();
  const [fever, syrup] = log.observations;
  if (fever?.kind !== 'temperature' || syrup?.kind !== 'medicine') throw new Error('the example log has both');
  return {
    ...log,
    household: {
      ...log.household,
      pagesByItself: true,
      since: at('2026-11-01 10:00'),
      rotation: {
        anchor: day('2026-11-02'),
        slots: [
          { primary: MUM, secondary: DAD, handoverAt: toWallTime('03:00') },
          { primary: DAD, secondary: null, handoverAt: null },
        ],
      },
    },
    caregivers: log.caregivers.map((row) => (row.id === DAD ? { ...row, name: 'Jörg "Dad" | Maß' } : row)),
    incidents: [
      ...log.incidents,
      incident(CHANGE_NIGHT, { id: 'hard', childId: LEO, causeId: 'nightmare', note: HARD_NOTE, forReport: true }),
      incident([...CHANGE_NIGHT.slice(0, 1)], { id: 'deleted', deletedAt: at('2026-11-17 10:00') }),
    ],
    observations: [
      { ...fever, celsius: 38.45 },
      { ...syrup, name: '+Sirop', amount: '2,5 ml', minHours: 6.5 },
    ],
  };
}
