import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { readPeople } from '@/db/queries';
import { Tonight } from '@/features/tonight/Tonight';
import { useDeviceSettings } from '@/stores/device';
import { householdDatabase } from '../../support/database';
import { entry, incident, wakeUp } from '../../support/factories';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/', Tonight]);

/** Lets the phone say this of its zone. */
function setPhoneZone(timeZone: string | undefined): void {
  const original = Intl.DateTimeFormat.prototype.resolvedOptions;
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function options(
    this: Intl.DateTimeFormat,
  ) {
    return { ...original.call(this), timeZone: timeZone as string };
  });
}

beforeEach(() => useDeviceSettings.getState().set({ zoneHintDoneFor: null }));

async function open(db: InfernalDatabase, phoneZone: string | undefined, language: 'en' | 'fr' = 'en') {
  setPhoneZone(phoneZone);
  setNow('22:30');
  return startScreen({ db, language });
}

const zonesOf = async (db: InfernalDatabase) => (await readPeople(db)).household;

describe('a phone in another zone than the household', () => {
  it('follows it from tonight on in one tap, with an undo', async () => {
    const { db, user } = await open(await householdDatabase([wakeUp('20:30', '20:40')]), 'America/New_York');
    expect(await screen.findByText('This phone is in New York. The household’s nights are in Paris.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Go by New York from tonight on' }));
    await waitFor(async () =>
      expect(await zonesOf(db)).toMatchObject({
        timeZone: 'America/New_York',
        formerZones: [{ until: '2026-11-16', timeZone: 'Europe/Paris' }],
      }),
    );
    await waitFor(() => expect(screen.queryByText(/This phone is in/)).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await zonesOf(db)).toMatchObject({ timeZone: 'Europe/Paris', formerZones: [] }));
  });

  it('leaves it alone for good', async () => {
    const { db, user } = await open(await householdDatabase(), 'Asia/Tokyo', 'fr');
    await user.click(await screen.findByRole('button', { name: 'Rester sur Paris' }));
    await waitFor(() => expect(screen.queryByText(/Ce téléphone est/)).toBeNull());
    expect(await zonesOf(db)).toMatchObject({ timeZone: 'Europe/Paris' });
  });

  it.each([
    ['whose zone has another name', 'Asia/Calcutta', 'Asia/Kolkata'],
    ['whose clock is the same', 'Europe/Berlin', 'Europe/Paris'],
  ])('says nothing to a phone %s', async (_which, phoneZone, householdZone) => {
    const db = await householdDatabase();
    await db.household.update('household', { timeZone: householdZone });
    await open(db, phoneZone);
    await import('@/features/tonight/ZoneHintText');
    await screen.findAllByRole('button', { name: /woke/ });
    expect(screen.queryByText(/This phone/)).toBeNull();
  });

  it('says nothing during an incident', async () => {
    await open(await householdDatabase([incident([entry('detected', '22:20')])]), 'Asia/Tokyo');
    await screen.findByRole('timer');
    expect(screen.queryByText(/This phone/)).toBeNull();
  });
});

describe('a phone that does not know the zone', () => {
  it.each([undefined, 'Etc/Unknown'])('says that it assumes UTC, where its own is %s', async (phoneZone) => {
    const db = await householdDatabase();
    await db.household.update('household', { timeZone: 'UTC' });
    await open(db, phoneZone);
    expect(await screen.findByText(/does not say where it is\. All times are in UTC/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Choose the zone' })).toHaveAttribute('href', '#/household/zone');
  });

  it('says what it assumes for a household whose zone it does not know', async () => {
    const db = await householdDatabase([wakeUp('20:30', '20:40')]);
    await db.household.update('household', { timeZone: 'Mars/Olympus' });
    await open(db, 'Europe/Paris');
    expect(await screen.findByText(/does not know the zone Mars\/Olympus\. Times are as in Paris/)).toBeVisible();
    expect(screen.getAllByRole('button', { name: /woke/ })).toHaveLength(2);
  });
});
