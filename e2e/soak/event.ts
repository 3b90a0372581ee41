import { type Event, SIDES, type Side } from './acts';
import { saveBackup } from './backup';
import type { Household } from './household';
import type { Ledger } from './ledger';

/** Does to a phone or to the home server what the plan says. */
export async function doEvent(household: Household, ledger: Ledger, { event }: Event, side: Side): Promise<void> {
  const phone = household.phones[side];
  switch (event) {
    case 'cut':
      return phone.setAway(true);
    case 'mend':
      await phone.setAway(false);
      return hearEachOther(household);
    case 'kill':
      await phone.kill();
      return phone.start();
    case 'reload':
      return phone.reload();
    case 'backup':
      return saveBackup(phone, ledger);
    case 'publish':
      await household.publish();
      return hearEachOther(household);
    case 'update':
      await phone.show('#/');
      await phone.pickUp();
      return household.versions.take(phone);
    case 'killServer':
      return household.killServer();
    case 'startServer':
      await household.startServer();
      return hearEachOther(household);
    case 'restartServer':
      await household.killServer();
      await household.startServer();
      return hearEachOther(household);
  }
}

/** Somebody looks at both phones, which makes them ask at once instead of after a while. */
async function hearEachOther(household: Household): Promise<void> {
  if (!household.canHearEachOther) return;
  await Promise.all(SIDES.map((side) => household.phones[side].pickUp()));
  await household.inStep();
}
