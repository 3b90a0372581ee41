import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Chore } from '@/domain/rows/others';
import ChoresScreen from '@/features/chores/ChoresScreen';
import type { Language } from '@/i18n/translator';
import { DAY_MS, type Instant } from '@/lib/time';
import { chore } from '../support/chores';
import { householdDatabase } from '../support/database';
import { at, tonightAt } from '../support/factories';
import { screenStarter, setNow, statusText } from '../support/screen';

const startScreen = screenStarter(['/household/chores', ChoresScreen]);

const now = tonightAt('09:00');

async function openChores(chores: Chore[], { language = 'en' as Language } = {}) {
  setNow(now);
  const db = await householdDatabase();
  await db.chores.bulkPut(chores);
  const started = await startScreen({ db, language, hash: '#/household/chores' });
  await screen.findByRole('heading', { level: 1 });
  return started;
}

const plainText = (element: Element) => (element.textContent ?? '').replace(/\s/g, ' ');
const mainText = () => plainText(screen.getByRole('main'));
const choreTexts = () => screen.queryAllByRole('listitem').map(plainText);
const inChore = (name: string) => within(screen.getByRole('listitem', { name }));
const sheet = () => within(screen.getByRole('dialog'));

const laundry = chore('Laundry', tonightAt('03:05'));
const dishes = chore('Dishes', at('2026-11-10 21:00'), { effortMinutes: 15 });

describe('the screen without chores', () => {
  it('says in one sentence that nothing is waiting, and shows no zero', async () => {
    await openChores([]);
    expect(mainText()).toContain('Nothing is waiting.');
    expect(mainText()).not.toContain('of debt');
    expect(screen.queryByText(/Forgiven is forgotten/)).toBeNull();
    expect(screen.queryByText(/Paid in the last four weeks/)).toBeNull();
  });
});

describe('the list of chores', () => {
  it('shows the total effort, then each chore, oldest first, with its night and its age', async () => {
    await openChores([laundry, dishes]);
    expect(mainText()).toContain('45 min of debt, in 2 chores');
    expect(mainText()).toContain('The interest is paid in odd socks.');
    expect(choreTexts()).toEqual([
      'Dishes15 minNight of Tue 10 Nov · 7 days agoPaidForgive',
      'Laundry30 minNight of Mon 16 Nov · todayPaidForgive',
    ]);
    // 3:05 on the 17th belongs to the night of the 16th.
    expect(inChore('Laundry').getByRole('link')).toHaveAttribute('href', '#/nights/2026-11-16');
  });

  it('moves a chore to the paid ones with one tap, and undo brings it back', async () => {
    const { db, user } = await openChores([laundry, dishes]);
    await user.click(inChore('Laundry').getByRole('button', { name: 'Paid' }));
    await waitFor(() => expect(statusText()).toMatch(/Paid: Laundry · 30\smin less/));
    await waitFor(() => expect(mainText()).toContain('15 min of debt, in one chore'));
    expect(mainText()).toContain('Paid in the last four weeks: 30 min');
    expect(await db.chores.get('Laundry')).toMatchObject({ paidAt: now });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(mainText()).toContain('45 min of debt'));
  });

  it('removes a forgiven chore with one tap, and undo brings it back', async () => {
    const { db, user } = await openChores([laundry]);
    expect(mainText()).toContain('as if it had never been put off');
    await user.click(inChore('Laundry').getByRole('button', { name: 'Forgive' }));
    await waitFor(() => expect(statusText()).toMatch('Forgiven: Laundry. It never was.'));
    await waitFor(() => expect(mainText()).toContain('Nothing is waiting.'));
    expect(mainText()).not.toContain('Paid in the last four weeks');
    expect(await db.chores.get('Laundry')).toMatchObject({ deletedAt: now, paidAt: null });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(choreTexts()).toHaveLength(1));
  });

  it('shows a chore again when it is marked as not paid after all', async () => {
    const { user } = await openChores([{ ...laundry, paidAt: tonightAt('08:00') }]);
    await user.click(screen.getByText(/Paid in the last four weeks/));
    await user.click(screen.getByRole('button', { name: /Laundry/ }));
    await user.click(sheet().getByRole('button', { name: 'Not done after all' }));
    await waitFor(() => expect(mainText()).toContain('30 min of debt, in one chore'));
    expect(statusText()).toMatch('Back on the list: Laundry');
  });

  it('shows the age of a chore in days, and from three weeks on in weeks', async () => {
    const days = [1, 3, 20, 21, 70];
    await openChores(days.map((count) => chore(`${count} days`, (now - count * DAY_MS) as Instant)));
    expect(choreTexts().map((text) => text.replace(/.* · (.*)Paid.*/, '$1'))).toEqual([
      '10 weeks ago',
      '3 weeks ago',
      '20 days ago',
      '3 days ago',
      'yesterday',
    ]);
  });

  it('shows the screen in French', async () => {
    await openChores([laundry, dishes], { language: 'fr' });
    expect(mainText()).toContain('45 min de dette, en 2 corvées');
    expect(mainText()).toContain('chaussettes dépareillées');
    expect(choreTexts()[1]).toBe('Laundry30 minNuit du lun. 16 nov. · aujourd’huiRembourséePasser l’éponge');
  });
});

describe('the sheet of a chore', () => {
  it('adds a chore with its title, its effort and when it was put off', async () => {
    const { db, user } = await openChores([]);
    await user.click(screen.getByRole('button', { name: 'Put something off' }));
    await user.type(sheet().getByLabelText('What'), 'Mend the cot');
    fireEvent.change(sheet().getByLabelText('How many minutes it takes'), { target: { value: '90' } });
    fireEvent.change(sheet().getByLabelText('Put off on'), { target: { value: '2026-11-15' } });
    fireEvent.change(sheet().getByLabelText('At'), { target: { value: '21:30' } });
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(statusText()).toMatch(/Put off: Mend the cot · 1\sh\s30/));
    expect(await db.chores.toArray()).toMatchObject([
      { title: 'Mend the cot', effortMinutes: 90, deferredAt: at('2026-11-15 21:30'), paidAt: null },
    ]);
  });

  it('adds one chore when “Save” is tapped twice', async () => {
    const { db, user } = await openChores([]);
    await user.click(screen.getByRole('button', { name: 'Put something off' }));
    await user.type(sheet().getByLabelText('What'), 'Laundry');
    const button = sheet().getByRole('button', { name: 'Save' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    // The count also waits for any write of the second tap.
    expect(await db.chores.count()).toBe(1);
  });

  it('changes a title and keeps the seconds of an unchanged time', async () => {
    const precise = chore('Laundry', at('2026-11-17 03:05:42'));
    const { db, user } = await openChores([precise]);
    await user.click(screen.getByRole('button', { name: 'Change: Laundry' }));
    fireEvent.change(sheet().getByLabelText('What'), { target: { value: 'Two loads' } });
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(choreTexts()[0]).toMatch('Two loads'));
    expect(await db.chores.get('Laundry')).toMatchObject({ deferredAt: precise.deferredAt });
  });

  it('asks which of two equal wall times is meant in the night when the clocks go back', async () => {
    const { db, user } = await openChores([chore('Laundry', at('2026-10-25 03:30'))]);
    await user.click(screen.getByRole('button', { name: 'Change: Laundry' }));
    fireEvent.change(sheet().getByLabelText('At'), { target: { value: '02:15' } });
    await user.click(sheet().getByRole('button', { name: 'The second, after the change' }));
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    // The second 2:15 is in winter time, an hour after the first one.
    expect((await db.chores.get('Laundry'))?.deferredAt).toBe(Date.parse('2026-10-25T02:15:00+01:00'));
  });

  it.each([
    ['What', '  ', 'A name needs at least one letter.'],
    ['What', 'a'.repeat(201), 'That name is too long: 200 characters at most.'],
    ['How many minutes it takes', '0', 'A number from 1 to 10080.'],
    ['How many minutes it takes', 'long', 'A number from 1 to 10080.'],
    ['How many minutes it takes', '10081', 'A number from 1 to 10080.'],
    ['Put off on', '', 'Day and time are not complete.'],
    ['At', '', 'Day and time are not complete.'],
    ['Put off on', '2026-11-18', 'That is still to come. Choose a time up to now.'],
  ])('refuses “%s” as “%s” with an error at the field, and changes nothing', async (field, value, sentence) => {
    const { db, user } = await openChores([laundry]);
    await user.click(screen.getByRole('button', { name: 'Change: Laundry' }));
    fireEvent.change(sheet().getByLabelText(field), { target: { value } });
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    expect(await sheet().findByText(sentence)).toBeVisible();
    expect(await db.chores.toArray()).toEqual([laundry]);
  });
});

describe('extreme data', () => {
  it('calls a chore of 10,000 minutes a rewrite, and can change and pay it', async () => {
    const { user } = await openChores([chore('The basement', tonightAt('03:00'), { effortMinutes: 10_000 })]);
    expect(mainText()).toContain('167 h of debt, in one chore');
    expect(mainText()).toContain('In the trade one would propose a rewrite');
    await user.click(screen.getByRole('button', { name: 'Change: The basement' }));
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(inChore('The basement').getByRole('button', { name: 'Paid' }));
    await waitFor(() => expect(mainText()).toContain('Nothing is waiting.'));
  });

  it('shows 300 chores in pages of 25', async () => {
    const many = Array.from({ length: 300 }, (_, index) => chore(`chore ${index}`, (now - (300 - index)) as Instant));
    const { user } = await openChores(many);
    expect(mainText()).toContain('150 h of debt, in 300 chores');
    expect(choreTexts()).toHaveLength(25);
    expect(choreTexts()[0]).toMatch('chore 0');
    await user.click(screen.getByRole('button', { name: 'Show 25 more' }));
    expect(choreTexts()).toHaveLength(50);
  });

  it('shows a title of 200 letters', async () => {
    const title = 'x'.repeat(200);
    await openChores([chore(title, tonightAt('03:00'), { id: 'long' })]);
    expect(await screen.findByRole('button', { name: `Change: ${title}` })).toBeInTheDocument();
  });

  it('reports a chore that cannot be read, and shows the others', async () => {
    const { db } = await openChores([laundry]);
    await db.table('chores').put({ id: 'half', deferredAt: now });
    expect(await screen.findByText(/One row of the log cannot be read/)).toBeInTheDocument();
    expect(choreTexts()).toHaveLength(1);
  });
});
