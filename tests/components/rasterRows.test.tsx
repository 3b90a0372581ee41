import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Raster } from '@/components/raster/Raster';
import { readPeople } from '@/db/queries';
import { readTonight } from '@/db/tonight';
import { HouseholdProvider } from '@/hooks/useHousehold';
import { loadTranslation, TranslationContext } from '@/i18n/useTranslation';
import { addDays } from '@/lib/zone';
import { householdDatabase } from '../support/database';
import { at, day, household, LEO, MUM } from '../support/factories';

/**
 * Returns consecutive nights from 16 November on; in each of them Mum was up for twenty minutes.
 */
const nightsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const night = addDays(day('2026-11-16'), index);
    const morning = addDays(night, 1);
    return {
      night,
      observed: true,
      window: { from: at(`${night} 20:00`), to: at(`${morning} 07:00`) },
      pieces: [{ childId: LEO, from: at(`${morning} 02:43`), to: at(`${morning} 03:03`), caregiverIds: [MUM] }],
      falseAlarms: [],
    };
  });

async function renderRaster(count: number) {
  const db = await householdDatabase();
  const people = await readPeople(db);
  const tonight = await readTonight(db, day('2026-11-16'), household());
  const words = await loadTranslation('en', ['en-GB']);
  await words.loadDayMessages();
  const raster = (
    <TranslationContext value={words}>
      <HouseholdProvider rows={{ db, people, tonight }}>
        <Router hook={useHashLocation}>
          <Raster
            nights={nightsOf(count)}
            lanes={[{ id: LEO, name: 'Léo' }]}
            formatNight={(night) => `told: ${night}`}
            label="Nights"
          />
        </Router>
      </HouseholdProvider>
    </TranslationContext>
  );
  await act(async () => render(raster));
}

beforeEach(() => {
  location.hash = '#/dashboard';
});
afterEach(cleanup);

describe('the raster of one week', () => {
  it('links to each night, and the link’s name describes the night', async () => {
    await renderRaster(7);
    const links = screen.getAllByRole('link');
    expect(links).toHaveLength(7);
    expect(links[0]).toHaveAccessibleName('told: 2026-11-16');
    expect(links[0]).toHaveTextContent('Mon 16');
    await userEvent.click(screen.getByRole('link', { name: 'told: 2026-11-18' }));
    expect(location.hash).toBe('#/nights/2026-11-18');
  });
});

describe('the raster of four weeks', () => {
  it('selects the latest night on focus, moves with the arrow keys, and opens a night with Enter', async () => {
    await renderRaster(28);
    expect(screen.getAllByRole('option')).toHaveLength(28);
    await userEvent.tab();
    expect(screen.getByRole('option', { selected: true })).toHaveAccessibleName('told: 2026-12-13');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(screen.getByRole('option', { selected: true })).toHaveAccessibleName('told: 2026-12-11');
    await userEvent.keyboard('{Home}{ArrowUp}{ArrowDown}{Enter}');
    expect(location.hash).toBe('#/nights/2026-11-17');
  });

  it('opens the night at the height of a tap', async () => {
    await renderRaster(28);
    // The rows are 12 px high, with a gap of 5 px before each Monday except the first. The eighth
    // night begins at 7 × 12 + 5.
    await userEvent.pointer({
      keys: '[MouseLeft]',
      target: screen.getByRole('listbox', { name: 'Nights' }),
      coords: { clientX: 200, clientY: 94 },
    });
    expect(location.hash).toBe('#/nights/2026-11-23');
  });
});
