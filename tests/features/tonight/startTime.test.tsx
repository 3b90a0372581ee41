import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readIncident } from '@/db/queries';
import { Tonight } from '@/features/tonight/Tonight';
import { householdDatabase } from '../../support/database';
import { at, entry, incident } from '../../support/factories';
import { screenStarter, setNow, statusText, TONIGHT, tapToOpen } from '../../support/screen';

const startScreen = screenStarter([TONIGHT, Tonight]);

/** Opens the sheet of the beginning at 02:43 on 17 November 2026. */
async function openSheet(detected: string) {
  setNow(at('2026-11-17 02:43'));
  const db = await householdDatabase([incident([entry('detected', at(detected))])]);
  const { user } = await startScreen({ db });
  await tapToOpen(/^Since/);
  const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const set = async (expected: string) => {
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect((await readIncident(db, 'incident'))?.timeline[0]?.at).toBe(at(expected)));
  };
  await screen.findByRole('dialog');
  return { type, set };
}

describe('the beginning of a wake-up that a wrong clock has dated', () => {
  it.each(['2017-01-01 01:00', '2026-11-15 01:00', '2027-03-01 01:00'])(
    'is near now once its time is typed, and its day follows (from %s)',
    async (detected) => {
      const { type, set } = await openSheet(detected);
      expect(screen.getByLabelText('Day')).toHaveValue(detected.slice(0, 10));
      type('Or the exact time', '02:41');
      expect(screen.getByLabelText('Day')).toHaveValue('2026-11-17');
      await set('2026-11-17 02:41');
      expect(statusText()).toMatch('Awake since 02:41');
    },
  );

  it('is the evening before for a time that is still to come today', async () => {
    const { type, set } = await openSheet('2017-01-01 01:00');
    type('Or the exact time', '23:50');
    await set('2026-11-16 23:50');
  });

  it('may be on a day that is chosen, and then a typed time stays on it', async () => {
    const { type, set } = await openSheet('2026-11-14 02:30');
    type('Day', '2026-11-15');
    type('Or the exact time', '02:41');
    await set('2026-11-15 02:41');
    expect(statusText()).toMatch(/Awake since Sun.15.Nov, 02:41/);
  });
});

it('shows the day of the beginning beside its time, unless it is of this night', async () => {
  setNow(at('2026-11-17 02:43'));
  await startScreen({ db: await householdDatabase([incident([entry('detected', at('2017-01-01 01:00'))])]) });
  expect(screen.getByRole('button', { name: /^Since Sunday,? 1 January 2017, 01:00/ })).toBeVisible();
});

it('asks for no day within this night', async () => {
  await openSheet('2026-11-17 02:30');
  expect(screen.queryByLabelText('Day')).toBeNull();
});
