import { cleanup, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { restoreLog } from '@/db/backup';
import { parseBackup } from '@/domain/backup';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { startApp } from '../support/app';
import { exampleLog, exampleText } from '../support/backup';
import { householdDatabase } from '../support/database';
import { at, day, entry, household, incident, nightRow, tonightAt } from '../support/factories';
import { setNow } from '../support/screen';

const NOW = tonightAt('10:05');

describe('the app after a log was restored', () => {
  const incidentOf1970 = incident([entry('detected', 0 as Instant), entry('resolved', 60_000 as Instant)], {
    id: 'in 1970',
  });
  const strangersIncident = incident([entry('detected', '09:50', { by: 'a stranger' })], {
    id: 'now',
    childId: 'a stranger',
  });
  const oddLogs: [string, Partial<HouseholdLog>][] = [
    ['without children', { children: [] }],
    ['without caregivers', { caregivers: [] }],
    ['with everybody archived', { children: exampleLog().children.map((child) => ({ ...child, archived: true })) }],
    ['with a wake-up of 1970', { incidents: [incidentOf1970] }],
    ['with an open incident of an unknown child', { incidents: [strangersIncident] }],
    ['with a night of the year 0', { nights: [nightRow({ id: day('0000-01-01') })] }],
    ['with a night of the year 9999', { nights: [nightRow({ id: day('9999-12-31') })] }],
    ['with settings that are marked deleted', { household: { ...household(), deletedAt: at('2026-11-02 10:00') } }],
  ];

  it.each(oddLogs)('shows Tonight, Nights and Household with a log %s', async (_log, change) => {
    const db = await householdDatabase();
    const text = exampleText(change);
    const parsed = parseBackup(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    await restoreLog(db, { log: parsed.backup.log, mode: 'replace', now: NOW });
    setNow(NOW);
    for (const [hash, title] of [
      ['#/', null],
      ['#/nights', 'Nights'],
      ['#/household', 'Household'],
    ] as const) {
      await startApp({ db, hash });
      const heading = await screen.findByRole('heading', { level: 1, ...(title ? { name: title } : {}) });
      expect(heading).not.toHaveTextContent('The app tripped.');
      cleanup();
    }
  });
});
