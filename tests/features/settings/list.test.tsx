import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { GAMEDAY_DATABASE_NAME, type InfernalDatabase } from '@/db/database';
import { rotationOf } from '@/domain/rotaTemplates';
import HouseholdPages from '@/features/settings/HouseholdPages';
import type { Language } from '@/i18n/translator';
import { useDeviceSettings } from '@/stores/device';
import { useAppStatus } from '@/stores/status';
import { chore } from '../../support/chores';
import { householdDatabase } from '../../support/database';
import { at, DAD, day, MUM, tonightAt, wakeUp } from '../../support/factories';
import { illnessEpisode } from '../../support/health';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/household', HouseholdPages]);

/** Opens Household at 19:00. */
async function open({ db, language = 'en' }: { db?: InfernalDatabase; language?: Language } = {}) {
  setNow('19:00');
  const log = db ?? (await householdDatabase());
  await startScreen({ db: log, language, hash: '#/household' });
  await screen.findByRole('heading', { level: 1 });
  return log;
}
/** Returns the text of the row with a title, with plain spaces. */
const row = (title: string) =>
  screen.getByRole('link', { name: new RegExp(`^${title}`) }).textContent?.replace(/\s/g, ' ');

describe('the rows of Household', () => {
  it('say their present state when nothing has happened yet', async () => {
    await open();
    expect(row('Children')).toBe('Children Léo, Zoé');
    expect(row('Rota')).toBe('Rota No rota yet: whoever wakes first gets up.');
    expect(row('Night hours')).toBe('Night hours 20:00 – 07:00');
    expect(row('Objectives')).toBe('Objectives asleep again in 20 min, 90% of sleep');
    expect(row('Grace time')).toBe('Grace time 30 s');
    expect(row('Time zone')).toBe('Time zone Paris');
    expect(row('Illness and medicine')).toBe('Illness and medicine nobody is ill');
    expect(row('Chores')).toBe('Chores and technical debt nothing is waiting');
    expect(row('Naps')).toBe('Naps and patience no nap yet');
    expect(row('This phone belongs to')).toBe('This phone belongs to everybody');
    expect(row('Backup')).toBe('Backup nothing to save yet');
  });

  it('say their present state in a household that uses them', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    const rotation = rotationOf({ template: 'nights', anchor: day('2026-11-16'), order: [DAD, MUM], handoverAt: null });
    await db.household.update('household', { rotation });
    await db.children.update('leo', { birthDate: day('2026-02-17') });
    await db.episodes.put(illnessEpisode('2026-11-14', null));
    await db.chores.put(chore('Laundry', tonightAt('01:00')));
    useDeviceSettings
      .getState()
      .set({ lastBackupAt: at('2026-11-13 10:00'), holderId: DAD, hours: 24, theme: 'night' });
    await open({ db });
    expect(row('Children')).toBe('Children Léo 8 months, Zoé');
    expect(row('Rota')).toBe('Rota Tonight: Dad, then Mum');
    expect(row('Illness and medicine')).toMatch(/^Illness and medicine Léo: /);
    expect(row('Chores')).toMatch(/ of debt$/);
    expect(row('This phone belongs to')).toBe('This phone belongs to Dad');
    expect(row('Appearance')).toBe('Appearance night');
    expect(row('Clock')).toBe('Clock 24 h');
    expect(row('Backup')).toBe('Backup last backup 3 days ago');
  });

  it('change with the log', async () => {
    const db = await open();
    await act(() => db.chores.put(chore('Laundry', tonightAt('01:00'))));
    await waitFor(() => expect(row('Chores')).toMatch(/ of debt$/));
  });

  it('speak French', async () => {
    useDeviceSettings.getState().set({ lastBackupAt: at('2026-11-15 10:00') });
    await open({ language: 'fr' });
    expect(row('Ce téléphone est à')).toBe('Ce téléphone est à tout le monde');
    expect(row('Sauvegarde')).toBe('Sauvegarde dernière sauvegarde hier');
    expect(row('Apparence')).toBe('Apparence automatique');
  });

  it('say that the log needs somebody', async () => {
    useAppStatus.getState().set({ isSecondLog: true });
    await open();
    expect(row('The log')).toBe('The log needs you');
  });

  it('do not ask in a GameDay whose phone this is', async () => {
    await open({ db: await householdDatabase([], GAMEDAY_DATABASE_NAME) });
    expect(screen.queryByRole('link', { name: /^This phone belongs to/ })).toBeNull();
    expect(row('GameDay')).toBe('GameDay you are in one');
  });
});
