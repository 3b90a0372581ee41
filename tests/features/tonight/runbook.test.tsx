import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import type { Household } from '@/domain/rows/household';
import { Tonight } from '@/features/tonight/Tonight';
import type { Instant } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { householdDatabase } from '../../support/database';
import { at, DAD, day, entry, household, incident, LEO, MUM, ZOE } from '../../support/factories';
import { degraded, double, standard } from '../../support/runbooks';
import { screenStarter, setNow, statusText, TONIGHT, tapInMore, tapToOpen } from '../../support/screen';

const startScreen = screenStarter([TONIGHT, Tonight]);

const timeAt = (time: string): Instant => at(`2026-11-17 ${time}`);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const step = (runbook = 'standard') => screen.getByRole('region', { name: runbook });
const tried = () => screen.getByRole('group', { name: 'What is tried' });

const dadEveryNight: Household['rotation'] = {
  anchor: day('2026-11-16'),
  slots: [{ primary: DAD, secondary: MUM, handoverAt: null }],
};

/** Opens Tonight: Léo cried at 02:43:00, Dad is on call, and Mum holds the phone. */
async function openIncidentWithRunbook(
  runbookId: string | null = 'standard',
  more: Partial<Household> = {},
): Promise<InfernalDatabase> {
  const db = await householdDatabase([incident([entry('detected', timeAt('02:43:00'))], { runbookId })]);
  await db.household.put(household({ rotation: dadEveryNight, ...more }));
  await db.runbooks.bulkPut([standard, degraded, double]);
  useDeviceSettings.getState().set({ holderId: MUM });
  return db;
}

const timeline = async (db: InfernalDatabase, id = 'incident') =>
  (await db.incidents.get(id))?.timeline.map((line) => ({ kind: line.kind, at: line.at }));

/** Moves the clock. The screen reads the time once a second, so this waits for the step's title. */
const advanceTo = async (time: string, title: string | RegExp) => {
  vi.setSystemTime(timeAt(time));
  await waitFor(() => expect(step()).toHaveTextContent(title), { timeout: 3000 });
};

describe('the runbook on Tonight', () => {
  it('counts the grace timer down, and then names the caregiver on call, and then the backup', async () => {
    setNow(timeAt('02:43:10'));
    await startScreen({ db: await openIncidentWithRunbook() });
    expect(step()).toHaveTextContent('Grace');
    expect(step()).toHaveTextContent('0:20');
    expect(step()).toHaveTextContent('Step 1 of 5');
    await advanceTo('02:43:40', 'Wake Dad');
    expect(step()).toHaveTextContent(/50\ss left/);
    // An hour later, after the phone was in a pocket.
    await advanceTo('03:43:40', 'Your turn, Mum');
    expect(step()).toHaveTextContent('Time’s up');
  });

  it('logs the escalation at the end of the grace timer, level 2 without delay, and one undo removes all', async () => {
    setNow(timeAt('02:44:05'));
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    await user.click(button('Dad didn’t wake'));
    await waitFor(() => expect(step()).toHaveTextContent('Your turn, Mum'));
    expect(statusText()).toMatch('Dad didn’t wake · 02:44');
    expect(await timeline(db)).toEqual([
      { kind: 'detected', at: timeAt('02:43:00') },
      { kind: 'escalated', at: timeAt('02:43:30') },
      { kind: 'noResponse', at: timeAt('02:44:05') },
    ]);
    await user.click(button('Undo'));
    await waitFor(() => expect(step()).toHaveTextContent('Wake Dad'));
  });

  it('does not take the second half of a double tap as an answer to the next step', async () => {
    setNow(timeAt('02:44:05'));
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    await user.click(button('Dad didn’t wake'));
    await waitFor(() => expect(step()).toHaveTextContent('Your turn, Mum'));
    await user.click(button('I can’t'));
    vi.setSystemTime(timeAt('02:44:20'));
    await user.click(button('I’m up'));
    await waitFor(() => expect(step()).toHaveTextContent('To our bed'));
    expect((await timeline(db))?.map(({ kind }) => kind)).toEqual([
      'detected',
      'escalated',
      'noResponse',
      'escalated',
      'acknowledged',
    ]);
  });

  it('skips a step with one tap, and counts a remedy that was tried before its step', async () => {
    setNow(timeAt('02:43:10'));
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    await tapInMore('Skip this step');
    await waitFor(() => expect(step()).toHaveTextContent('Wake Dad'));
    vi.setSystemTime(timeAt('02:43:20'));
    await tapInMore('Feed');
    await waitFor(() => expect(step()).toHaveTextContent('To our bed'));
    vi.setSystemTime(timeAt('02:43:30'));
    await user.click(within(tried()).getByRole('button', { name: 'To our bed' }));
    // All steps are done: no step is shown, and what is tried is within reach.
    await waitFor(() => expect(screen.queryByRole('region', { name: 'standard' })).toBeNull());
    expect(within(tried()).getByRole('button', { name: 'Feed' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('ends the grace with whoever holds the phone going in', async () => {
    setNow(timeAt('02:43:10'));
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    expect(button('Settled alone')).toBeInTheDocument();
    await user.click(button('I’m going in'));
    await waitFor(() => expect(step()).toHaveTextContent('To our bed'));
    expect(button('Asleep again')).toBeInTheDocument();
    expect(await db.incidents.get('incident')).toMatchObject({ timeline: [{}, { kind: 'acknowledged', by: MUM }] });
  });

  it('asks who goes if nobody is on call, once', async () => {
    setNow(timeAt('02:43:40'));
    const db = await openIncidentWithRunbook('standard', { rotation: null });
    const { user } = await startScreen({ db });
    const names = within(screen.getByRole('group', { name: 'Who goes?' })).getAllByRole('button');
    expect(names.map(({ textContent }) => textContent)).toEqual(['Mum', 'Dad']);
    await user.click(button('Dad is up'));
    await waitFor(() => expect(step()).toHaveTextContent('To our bed'));
    expect((await timeline(db))?.map(({ kind }) => kind)).toEqual(['detected', 'acknowledged']);
  });

  it('asks for the other one, not for the one who has just not woken', async () => {
    setNow(timeAt('02:43:40'));
    const db = await openIncidentWithRunbook('standard', { rotation: null });
    const { user } = await startScreen({ db });
    await tapInMore('Wake Dad');
    await user.click(await screen.findByRole('button', { name: 'Dad didn’t wake' }));
    const question = await screen.findByRole('group', { name: 'Who goes?' });
    expect(
      within(question)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Mum']);
  });

  it('wakes somebody from “More” if nobody is on call', async () => {
    setNow(timeAt('02:43:40'));
    const db = await openIncidentWithRunbook('standard', { rotation: null });
    await startScreen({ db });
    await tapInMore('Wake Dad');
    await waitFor(() => expect(button('Dad didn’t wake')).toBeInTheDocument());
    expect(await timeline(db)).toMatchObject([{}, { kind: 'escalated', at: timeAt('02:43:40') }]);
  });

  it('changes to another runbook or to none, and goes on if the runbook was deleted', async () => {
    setNow(timeAt('02:43:40'));
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    await tapInMore('Another runbook');
    await user.click(await screen.findByRole('button', { name: 'degraded' }));
    await waitFor(() => expect(step('degraded')).toHaveTextContent('Grace'));
    expect(await db.incidents.get('incident')).toMatchObject({ runbookId: 'degraded' });
    await db.runbooks.update('degraded', { deletedAt: timeAt('02:43:45') });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'degraded' })).toBeNull());
    vi.setSystemTime(timeAt('02:50:00'));
    await user.click(button('Asleep again'));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/Recovered in 7\smin/));
  });

  it('goes on if the clock is set back, and logs a tap with an estimated time', async () => {
    setNow(timeAt('02:44:05'));
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    vi.setSystemTime(timeAt('01:44:05'));
    await tapInMore('Feed');
    await waitFor(() => expect(statusText()).toMatch('Feed · 02:43'));
    await user.click(await screen.findByRole('button', { name: 'Asleep again' }));
    // The screen of the end is there until the clock ticks: then the end lies in the future.
    await waitFor(() => expect(statusText()).toMatch('Asleep again · 02:43'));
    expect((await db.incidents.get('incident'))?.timeline.map(({ estimated }) => estimated)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('accepts answers if the clock is set back', async () => {
    setNow(timeAt('02:44:05'));
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    await user.click(button('Dad didn’t wake'));
    await waitFor(() => expect(step()).toHaveTextContent('Your turn, Mum'));
    vi.setSystemTime(timeAt('02:41:00'));
    await user.click(button('I’m up'));
    await waitFor(() => expect(step()).toHaveTextContent('To our bed'));
    expect((await timeline(db))?.at(-1)).toEqual({ kind: 'acknowledged', at: timeAt('02:44:05') });
  });

  it('accepts a tap after one that came too soon', async () => {
    setNow((timeAt('02:43:30') + 300) as Instant);
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    await user.click(button('Dad is up'));
    expect(await timeline(db)).toHaveLength(1);
    vi.setSystemTime(timeAt('02:43:31'));
    await user.click(button('Dad is up'));
    await waitFor(() => expect(step()).toHaveTextContent('To our bed'));
  });

  it('logs a double tap on a caregiver once, and sends nobody back to bed', async () => {
    setNow(timeAt('02:43:45'));
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    await tapInMore('Mum is up');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    // The sheet closes with the write; the screen follows the log a moment later.
    await waitFor(() => expect(step()).toHaveTextContent('To our bed'));
    vi.setSystemTime(timeAt('02:43:46'));
    await tapInMore('Mum is up');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Skip this step' }));
    await waitFor(() => expect(step()).toHaveTextContent('Feed'));
    expect((await timeline(db))?.map(({ kind }) => kind)).toEqual(['detected', 'acknowledged', 'step']);
  });

  it('begins when it is chosen, and logs nobody as called before', async () => {
    setNow(timeAt('02:55:00'));
    const db = await openIncidentWithRunbook(null);
    const { user } = await startScreen({ db });
    await tapInMore('Another runbook');
    await user.click(await screen.findByRole('button', { name: 'standard' }));
    await waitFor(() => expect(step()).toHaveTextContent('0:30'));
    vi.setSystemTime(timeAt('02:55:40'));
    await tapInMore('Mum is up');
    await waitFor(() => expect(step()).toHaveTextContent('To our bed'));
    expect((await timeline(db))?.map(({ kind }) => kind)).toEqual(['detected', 'runbookChosen', 'acknowledged']);
    // The choice and its line are one tap and one undo.
    const [row] = await db.incidents.toArray();
    expect(row).toMatchObject({
      runbookId: 'standard',
      timeline: [{}, { kind: 'runbookChosen', runbookId: 'standard' }, {}],
    });
  });

  it('shows the runbook in French', async () => {
    setNow(timeAt('02:44:05'));
    await startScreen({ db: await openIncidentWithRunbook(), language: 'fr' });
    expect(step()).toHaveTextContent('Réveiller Dad');
    expect(button('Dad dort encore')).toBeInTheDocument();
  });
});

describe('a double incident', () => {
  it('starts the triage for both children with the second child’s tap, and resolves each by itself', async () => {
    setNow(timeAt('03:10:00'));
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    await user.click(button('Zoé woke too'));
    await waitFor(() => expect(step('double')).toHaveTextContent('Triage · Zoé'));
    expect(step('double')).toHaveTextContent('Keep the other asleep');
    vi.setSystemTime(timeAt('03:10:20'));
    await user.click(button('Done'));
    // Mum tapped both alarms, and Dad is the one to wake.
    await waitFor(() => expect(step('double')).toHaveTextContent('Wake Dad'));
    // Both clocks and both ways out are side by side, each with its child's name.
    expect(screen.getByText('P0 · 2 services down')).toBeInTheDocument();
    const clockOf = (child: string) => within(screen.getByRole('group', { name: child })).getByRole('timer');
    await waitFor(() => expect(clockOf('Léo')).toHaveTextContent('27:20'), { timeout: 3000 });
    expect(clockOf('Zoé')).toHaveTextContent('00:20');
    await user.click(button('Léo Asleep again'));
    await waitFor(() => expect(statusText()).toMatch('Léo · Asleep again · 03:10'));
    // The second tap of a hurried thumb lands where the other child's way out is, and does nothing.
    vi.setSystemTime(timeAt('03:10:21'));
    await user.click(await screen.findByRole('button', { name: 'Asleep again' }));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Zoé woke'));
    const rows = await db.incidents.toArray();
    expect(rows.find(({ childId }) => childId === LEO)).toMatchObject({
      runbookId: 'standard',
      resolvedAt: timeAt('03:10:20'),
    });
    expect(rows.find(({ childId }) => childId === ZOE)).toMatchObject({
      runbookId: 'double',
      resolvedAt: Number.POSITIVE_INFINITY,
      timeline: [{}, { kind: 'step', stepId: 'Keep the other asleep', outcome: 'done' }],
    });
  });

  it('has “settled alone” in “More”, in the grace time, too, for the child that is chosen there', async () => {
    setNow(timeAt('03:10:00'));
    const db = await openIncidentWithRunbook();
    const { user } = await startScreen({ db });
    await user.click(button('Zoé woke too'));
    await waitFor(() => expect(step('double')).toBeInTheDocument());
    vi.setSystemTime(timeAt('03:10:05'));
    await tapToOpen('More');
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Léo' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Settled alone' }));
    await waitFor(async () =>
      expect((await db.incidents.get('incident'))?.timeline.at(-1)).toMatchObject({
        kind: 'resolved',
        outcome: 'selfSettled',
      }),
    );
  });

  it('starts the triage when the second child is awake again', async () => {
    setNow(timeAt('03:07:00'));
    const settled = incident([entry('detected', timeAt('02:43:00')), entry('resolved', timeAt('03:03:00'))], {
      runbookId: 'standard',
    });
    const zoe = incident([entry('detected', timeAt('03:05:00'))], { id: 'zoe', childId: ZOE, runbookId: 'standard' });
    const db = await householdDatabase([settled, zoe]);
    await db.household.put(household({ rotation: dadEveryNight }));
    await db.runbooks.bulkPut([standard, double]);
    const { user } = await startScreen({ db });
    await user.click(button('Léo’s awake again'));
    await waitFor(() => expect(step('double')).toHaveTextContent('Triage · Léo'));
    await user.click(button('Undo'));
    await waitFor(() => expect(step('standard')).toHaveTextContent('Wake'));
    expect(await db.incidents.get('incident')).toMatchObject({ runbookId: 'standard' });
  });
});
