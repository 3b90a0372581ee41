import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { changeCaregiver, changeHousehold } from '@/db/people';
import { readNightRow } from '@/db/queries';
import { changeRotation } from '@/db/rota';
import type { Shift } from '@/domain/rows/household';
import { Tonight } from '@/features/tonight/Tonight';
import { useDeviceSettings } from '@/stores/device';
import { householdDatabase } from '../../support/database';
import { DAD, day, MUM, nightRow, tonightAt, toWallTime } from '../../support/factories';
import { screenStarter, setNow, statusText, TONIGHT } from '../../support/screen';

const startScreen = screenStarter([TONIGHT, Tonight]);

const night = day('2026-11-16');
const dadThenMum: Shift = { primary: DAD, secondary: MUM, handoverAt: toWallTime('03:00') };
const now = tonightAt('19:00');

/** Opens the night of a household in which Dad is on call every night until 03:00. */
async function withRota(slots: Shift[] = [dadThenMum]) {
  const db = await householdDatabase();
  await changeRotation(db, { rotation: { anchor: night, slots }, now });
  return db;
}

const control = (name: string | RegExp) => screen.getByRole('button', { name });
/** The sheet is loaded when it is first opened. */
const sheet = async () => within(await screen.findByRole('dialog'));

describe('who is on call tonight', () => {
  it('is shown on a phone without a holder', async () => {
    setNow('02:43');
    await startScreen({ db: await withRota() });
    expect(control('On call tonight Dad until 03:00, then Mum')).toBeInTheDocument();
  });

  it('reassures a holder who is not on call', async () => {
    setNow('02:43');
    useDeviceSettings.getState().set({ holderId: MUM });
    await startScreen({ db: await withRota() });
    expect(control('Dad has it until 03:00. Go back to sleep.')).toBeInTheDocument();
  });

  it('is written in French for a holder who is off', async () => {
    setNow('02:43');
    useDeviceSettings.getState().set({ holderId: MUM });
    await startScreen({ db: await withRota(), language: 'fr' });
    expect(control('Dad veille jusqu’à 03:00. Rendormez-vous.')).toBeInTheDocument();
  });

  it('changes at the hand-over', async () => {
    setNow('03:00');
    useDeviceSettings.getState().set({ holderId: DAD });
    await startScreen({ db: await withRota() });
    expect(control('Mum has it. Go back to sleep.')).toBeInTheDocument();
  });

  it('never tells the caregiver on call to sleep, nor anybody before the night', async () => {
    setNow('02:43');
    useDeviceSettings.getState().set({ holderId: DAD });
    const { db } = await startScreen({ db: await withRota() });
    expect(control(/Dad until 03:00, then Mum$/)).toBeInTheDocument();
    await changeHousehold(db, { change: { nightStart: toWallTime('03:30') }, now });
    useDeviceSettings.getState().set({ holderId: MUM });
    await waitFor(() => expect(control(/Dad until 03:00, then Mum$/)).toBeInTheDocument());
  });

  it('is not shown without a rota, nor once the night is over', async () => {
    setNow('02:43');
    const { db } = await startScreen();
    expect(screen.queryByRole('button', { name: /On call tonight/ })).toBeNull();
    await changeRotation(db, { rotation: { anchor: night, slots: [dadThenMum] }, now });
    await screen.findByRole('button', { name: /On call tonight/ });
    await db.nights.put(nightRow({ morningAt: tonightAt('02:30') }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /On call tonight/ })).toBeNull());
  });
});

describe('two taps', () => {
  it('swap tonight, and the undo swaps back', async () => {
    setNow('02:43');
    const { db, user } = await startScreen({ db: await withRota() });
    await user.click(control(/^On call tonight/));
    await user.click((await sheet()).getByRole('button', { name: 'Swap: Mum until 03:00, then Dad' }));
    await waitFor(() => expect(statusText()).toMatch('Tonight: Mum until 03:00, then Dad'));
    expect((await readNightRow(db, night))?.onCall).toEqual({ primary: MUM, secondary: DAD, handoverAt: '03:00' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await screen.findByRole('button', { name: /Mum until 03:00, then Dad$/ })).toBeInTheDocument();
    await user.click(control('Undo'));
    expect(await screen.findByRole('button', { name: /Dad until 03:00, then Mum$/ })).toBeInTheDocument();
  });

  it('store nothing on the night if the result equals the rota', async () => {
    setNow('02:43');
    const { db, user } = await startScreen({ db: await withRota() });
    await user.click(control(/^On call tonight/));
    await user.click((await sheet()).getByRole('button', { name: /^Swap/ }));
    // The row is read again before the sheet is gone. In a browser nothing behind the sheet could
    // be tapped until then.
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(await screen.findByRole('button', { name: /Mum until 03:00, then Dad$/ }));
    // Swapping back would give the rota's shift, so there is only the button for that.
    expect((await sheet()).queryByRole('button', { name: /^Swap/ })).toBeNull();
    await user.click((await sheet()).getByRole('button', { name: 'As in the rota: Dad until 03:00, then Mum' }));
    await screen.findByRole('button', { name: /Dad until 03:00, then Mum$/ });
    expect((await readNightRow(db, night))?.onCall).toBeNull();
  });

  it('give the night to another caregiver', async () => {
    setNow('02:43');
    const { db, user } = await startScreen({
      db: await withRota([{ primary: DAD, secondary: null, handoverAt: null }]),
    });
    await user.click(control('On call tonight Dad'));
    await user.click((await sheet()).getByRole('button', { name: 'Mum has tonight' }));
    expect(await screen.findByRole('button', { name: 'On call tonight Mum, then Dad' })).toBeInTheDocument();
    expect((await readNightRow(db, night))?.onCall).toEqual({ primary: MUM, secondary: DAD, handoverAt: null });
  });

  it('replace a caregiver on call who is archived', async () => {
    setNow('02:43');
    const db = await withRota();
    await changeCaregiver(db, { id: DAD, change: { archived: true }, now });
    const { user } = await startScreen({ db });
    await user.click(control('Dad is no longer in the night. Who has it?'));
    expect((await sheet()).queryByRole('button', { name: /^Swap/ })).toBeNull();
    await user.click((await sheet()).getByRole('button', { name: 'Mum has tonight' }));
    await user.click(await screen.findByRole('button', { name: 'On call tonight Mum' }));
    // The rota still names Dad, so there is no button to go back to it.
    expect((await sheet()).queryByRole('button', { name: /^As in the rota/ })).toBeNull();
    expect((await sheet()).getByRole('link', { name: 'The whole rota' })).toHaveAttribute(
      'href',
      '#/household/on-call',
    );
    expect((await readNightRow(db, night))?.onCall).toEqual({ primary: MUM, secondary: null, handoverAt: null });
  });
});
