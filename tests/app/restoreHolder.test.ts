import { beforeEach, expect, it } from 'vitest';
import { restoreHolder } from '@/app/restoreHolder';
import { changeSharing } from '@/db/sharing/changeSharing';
import { useDeviceSettings } from '@/stores/device';
import { householdDatabase } from '../support/database';
import { DAD, MUM, tonightAt } from '../support/factories';
import { type SharedPhone, sharedPhones } from '../support/sharedPhone';
import { SimulatedServer } from '../support/simulatedServer';

/* A browser that was killed may have lost localStorage; the log is on disk. */

let phone: SharedPhone;
beforeEach(async () => {
  const [first] = await sharedPhones(new SimulatedServer(), [0], () => tonightAt('02:43'));
  if (!first) throw new Error('there is one');
  phone = first;
  useDeviceSettings.getState().set({ holderId: null });
});
const holderAfter = async () => {
  await restoreHolder(phone.db);
  return useDeviceSettings.getState().holderId;
};

it('knows again who holds this phone after the settings of the device were lost', async () => {
  await changeSharing(phone.db, { caregiverId: DAD });
  expect(await holderAfter()).toBe(DAD);
});

it('leaves the settings of the device as they are', async () => {
  await changeSharing(phone.db, { caregiverId: DAD });
  useDeviceSettings.getState().set({ holderId: MUM });
  expect(await holderAfter()).toBe(MUM);
});

it('takes nobody on a phone that belongs to nobody, or that does not share its log', async () => {
  expect(await holderAfter()).toBeNull();
  await restoreHolder(await householdDatabase());
  expect(useDeviceSettings.getState().holderId).toBeNull();
});
