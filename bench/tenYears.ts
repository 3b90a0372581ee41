import { serializeBackup } from '@/domain/backup';
import { defaultHousehold, newCaregiver, newChild } from '@/domain/defaults';
import type { Entry, Incident } from '@/domain/rows/incident';
import { DAY_MS, type Instant, MINUTE_MS } from '@/lib/time';

const DAYS = 3650;
const REMEDIES = ['feed', 'cuddle', 'song', 'pacifier', 'rocking', 'feed', 'cuddle'] as const;

/** Returns the text of a backup of ten bad years: settled incidents of eleven entries each. */
export function tenYearsBackup(incidentCount: number, now: Instant): string {
  const step = Math.floor((DAYS * DAY_MS) / incidentCount);
  const incidents = Array.from({ length: incidentCount }, (_, index) =>
    wakeUp(`incident-${String(index).padStart(8, '0')}-4000-8000-000000000000`, now - (incidentCount - index) * step),
  );
  return serializeBackup({
    exportedAt: now,
    log: {
      household: defaultHousehold('Europe/Paris', 0 as Instant, null),
      children: [newChild('léo', 'Léo', 'purple', 0 as Instant)],
      caregivers: [newCaregiver('mum', 'Mum', 'green', 0 as Instant)],
      incidents,
      nights: [],
      episodes: [],
      observations: [],
      chores: [],
      naps: [],
      runbooks: [],
    },
  });
}

function wakeUp(id: string, startsAt: number): Incident {
  const row = (index: number) => ({
    id: `${id}-entry-${String(index).padStart(2, '0')}`,
    at: (startsAt + index * MINUTE_MS) as Instant,
    estimated: false,
    updatedAt: (startsAt + index * MINUTE_MS) as Instant,
    deletedAt: null,
  });
  const timeline: Entry[] = [
    { ...row(0), kind: 'detected', by: 'mum', via: 'tap' },
    { ...row(1), kind: 'acknowledged', by: 'mum' },
    ...REMEDIES.map((remedy, index): Entry => ({ ...row(2 + index), kind: 'remedy', by: 'mum', remedy })),
    { ...row(9), kind: 'note', text: 'Slept at last, one sock on. The other one is under the cot.' },
    { ...row(10), kind: 'resolved', by: 'mum', outcome: 'settled' },
  ];
  return {
    id,
    updatedAt: startsAt as Instant,
    deletedAt: null,
    childId: 'léo',
    causeId: 'hunger',
    runbookId: null,
    note: '',
    forReport: false,
    mergedInto: null,
    timeline,
  };
}
