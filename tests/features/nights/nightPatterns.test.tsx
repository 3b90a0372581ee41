import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import NightPage from '@/features/nights/NightPage';
import { fillDatabase } from '../../support/backup';
import { freshDatabaseName, openWindow } from '../../support/database';
import { at } from '../../support/factories';
import { logWith } from '../../support/metrics';
import { nightsFrom, repeated } from '../../support/patterns';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/nights/:night', NightPage]);

async function openNight(night: string, content: Partial<HouseholdLog>) {
  setNow(at('2026-11-17 09:00'));
  const db = await fillDatabase(openWindow(freshDatabaseName()), logWith(content));
  await startScreen({ db, hash: `#/nights/${night}` });
  // The figures are shown after all rows are read, so the patterns are then shown too.
  await waitFor(() => {
    if (!document.querySelector('dl')) throw new Error('not there yet');
  });
}

const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s/g, ' ').replace(' – 16', '–16');

const RHYTHM = ['21:30', '23:30', '01:40', '03:50', '05:50'];
const elevenNights = nightsFrom('2026-11-06', repeated(11, RHYTHM));

describe('the patterns on the page of a night', () => {
  const readPatterns = () => [...document.querySelectorAll('ul[class*="recurring"] li')].map(textOf);

  it('shows the pattern of a past night as it was known then', async () => {
    await openNight('2026-11-12', elevenNights);
    await waitFor(() => expect(readPatterns()).toEqual(['Léo: for seven nights by then, every 2 h 05 on average.']));
  });

  it('shows the pattern of the last night as it is known now', async () => {
    await openNight('2026-11-16', elevenNights);
    await waitFor(() => expect(readPatterns()).toEqual(['Léo: for eleven nights now, every 2 h 05 on average.']));
  });

  it('shows no pattern for a night that was not a part of any', async () => {
    await openNight('2026-11-15', nightsFrom('2026-11-05', [...repeated(10, RHYTHM), ['22:00'], RHYTHM]));
    expect(readPatterns()).toEqual([]);
  });
});
