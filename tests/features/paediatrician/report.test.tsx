import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CAUSES } from '@/domain/rows/incident';
import type { Episode } from '@/domain/rows/others';
import type { HouseholdLog, RowOf } from '@/domain/rows/tables';
import ReportScreen from '@/features/paediatrician/ReportScreen';
import { addMs, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { fillDatabase } from '../../support/backup';
import { freshDatabaseName, openWindow } from '../../support/database';
import { at, day, entry, incident, LEO, leo, nightRow, tonightAt, ZOE } from '../../support/factories';
import { logWith, wakeUpBetween } from '../../support/metrics';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/household/paediatrician', ReportScreen]);

const now = tonightAt('15:00');

async function open(content: Partial<HouseholdLog>, language: 'en' | 'fr' = 'en') {
  setNow(at('2026-11-17 15:00'));
  const db = await fillDatabase(openWindow(freshDatabaseName()), logWith(content));
  return startScreen({ db, language, hash: '#/household/paediatrician' });
}

/** Returns the text of both pages, with no-break spaces as plain spaces. */
async function readPages(): Promise<[string, string]> {
  await screen.findByText(/Page 1 (of|sur) 2/);
  const [pageOne, pageTwo, ...extraPages] = [...document.querySelectorAll('[data-report] > article')].map((page) =>
    (page.textContent ?? '').replace(/\s/g, ' '),
  );
  expect(extraPages).toEqual([]);
  return [pageOne ?? '', pageTwo ?? ''];
}

const observationRow = (id: string, takenAt: Instant) => ({
  id,
  updatedAt: takenAt,
  deletedAt: null,
  childId: LEO,
  at: takenAt,
});
const temperature = (takenAt: Instant, celsius: number): RowOf<'observations'> => ({
  ...observationRow(`warm ${takenAt}`, takenAt),
  kind: 'temperature',
  celsius,
});
const dose = (takenAt: Instant, name: string, amount: string): RowOf<'observations'> => ({
  ...observationRow(`dose ${takenAt}`, takenAt),
  kind: 'medicine',
  name,
  amount,
  minHours: 6,
});
const illness = (overrides: Partial<Episode> = {}): Episode => ({
  id: 'ill',
  updatedAt: now,
  deletedAt: null,
  childId: LEO,
  label: '',
  kind: 'laryngitis',
  startDay: day('2026-11-15'),
  endDay: null,
  note: '',
  ...overrides,
});

const usualLog: Partial<HouseholdLog> = {
  children: [{ ...leo, birthDate: day('2026-02-10') }],
  incidents: [
    wakeUpBetween('2026-11-17 02:43', '2026-11-17 03:03', {
      causeId: 'unknown-to-us',
      note: 'Barked.',
      forReport: true,
    }),
    wakeUpBetween('2026-11-17 04:00', '2026-11-17 04:30', { causeId: 'separation', note: 'Ours alone.' }),
    wakeUpBetween('2026-11-16 01:00', '2026-11-16 01:10'),
  ],
  nights: [nightRow({ id: day('2026-11-14'), quiet: true })],
  episodes: [illness()],
  observations: [
    temperature(at('2026-11-16 18:30'), 38.4),
    temperature(at('2026-11-17 08:00'), 38),
    dose(at('2026-11-16 18:40'), 'Paracetamol', '2.5 ml'),
  ],
};

describe('without anything logged in the nights', () => {
  it('shows that nothing was logged, without pages or a print button', async () => {
    await open({});
    expect(await screen.findByText(/^Nothing was logged in these nights/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Print or save as PDF' })).toBeNull();
    expect(document.querySelector('[data-report]')).toBeNull();
  });
});

describe('with some nights logged', () => {
  it('gives the corrected age of a child who was born early', async () => {
    await open({ ...usualLog, children: [{ ...leo, birthDate: day('2026-02-10'), dueDate: day('2026-04-14') }] });
    const [pageOne] = await readPages();
    expect(pageOne).toContain('Born 10 February 2026, 9 months, 7 corrected at the end of these nights');
  });

  it('shows the child, the number of logged nights and the summary on page one', async () => {
    await open(usualLog);
    const [pageOne] = await readPages();
    expect(pageOne).toContain('Léo');
    expect(pageOne).toContain('Nights of 3 November 2026 to 16 November 2026');
    expect(pageOne).toContain('Born 10 February 2026, 9 months at the end of these nights');
    expect(pageOne).toContain('3 of 14 nights logged');
    // The three nights have 0, 1 and 2 wake-ups, and 0, 10 and 50 minutes awake. Their longest
    // stretches are 11 h, 5 h 50 (from 1:10 to 7:00) and 6 h 43.
    expect(pageOne).toContain('Wake-ups per night1median, max. 2');
    expect(pageOne).toContain('Time awake per night10 minmedian, max. 50 min');
    expect(pageOne).toContain('Longest stretch without waking6 h 43median, best 11 h 00');
    expect(pageOne).toContain('Nights without a wake-up1 of 3');
    expect(pageOne.match(/not logged/g)).toHaveLength(11 + 1);
    expect(pageOne).toContain('Croup');
  });

  it('lists each night and the notes on page two, without jokes', async () => {
    await open(usualLog);
    const [, pageTwo] = await readPages();
    expect(pageTwo).toContain('Mon 16 Nov250 min6 h 43');
    expect(pageTwo).toContain('Fri 13 Novnot logged');
    expect(pageTwo).toContain('None found1');
    expect(pageTwo).toContain('Wanted company1');
    expect(pageTwo).not.toMatch(/moon|Ours alone/);
    expect(pageTwo).toContain('Croupsince 15 Nov');
    expect(pageTwo).toContain('Mon 16 Nov38.4 (18:30)');
    expect(pageTwo).toContain('38.0 (08:00)');
    expect(pageTwo).toContain('Paracetamol2.5 ml18:40');
    expect(pageTwo).toContain('Tue 17 Nov, 02:43 Barked.');
    expect(pageTwo).toContain('Logged by the parents on their phone with InfernalOps.');
  });

  it('shows the report in French without jokes', async () => {
    await open(usualLog, 'fr');
    const [pageOne, pageTwo] = await readPages();
    expect(pageOne).toContain('Nuits du 3 novembre 2026 au 16 novembre 2026');
    expect(pageOne).toContain('3 nuits notées sur 14');
    expect(pageTwo).toContain('Aucune trouvée1');
    expect(pageTwo).toContain('38,4 (18:30)');
    expect(pageTwo).not.toMatch(/lune|Câlin/);
  });

  it('prints with its button, and the document title names the report', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const { user } = await open(usualLog);
    await user.click(await screen.findByRole('button', { name: 'Print or save as PDF' }));
    expect(print).toHaveBeenCalledOnce();
    expect(document.title).toBe('Sleep report, Léo, 2026-11-03 to 2026-11-16 · InfernalOps');
  });

  it('saves the same as data, for the child and the nights on the screen', async () => {
    let saved = new Blob();
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved = blob;
        return 'blob:report';
      },
      revokeObjectURL: () => {},
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { user } = await open(usualLog);
    await user.click(await screen.findByRole('button', { name: 'Last 7' }));
    await screen.findByText('3 of 7 nights logged');
    await user.click(screen.getByRole('button', { name: 'As data (JSON)' }));
    await screen.findByText('Saved: infernalops-report-2026-11-10-2026-11-16.json');
    const reader = new FileReader();
    const text = new Promise((resolve) => {
      reader.onload = () => resolve(reader.result);
    });
    reader.readAsText(saved);
    expect(JSON.parse(String(await text))).toMatchObject({
      child: { name: 'Léo' },
      nights: { from: '2026-11-10', to: '2026-11-16' },
      notes: [{ text: 'Barked.' }],
    });
    click.mockRestore();
  });

  it('shows the pages of another child', async () => {
    const zoesIncident = wakeUpBetween('2026-11-17 05:00', '2026-11-17 05:10', { childId: ZOE });
    const { user } = await open({ incidents: [...(usualLog.incidents ?? []), zoesIncident] });
    await readPages();
    await user.click(screen.getByRole('button', { name: 'Zoé' }));
    await waitFor(async () => expect((await readPages())[1]).toContain('Mon 16 Nov110 min'));
  });

  it('changes the nights with one tap, or by a custom range of at most 28 nights', async () => {
    const { user } = await open(usualLog);
    await readPages();
    await user.click(screen.getByRole('button', { name: 'Last 7' }));
    await waitFor(async () => expect((await readPages())[0]).toContain('3 of 7 nights logged'));
    await user.click(screen.getByRole('button', { name: 'From … to' }));
    const firstNightField = screen.getByLabelText('First night');
    fireEvent.change(firstNightField, { target: { value: '2026-11-15' } });
    await waitFor(async () => expect((await readPages())[0]).toContain('2 of 2 nights logged'));
    fireEvent.change(firstNightField, { target: { value: '2026-10-01' } });
    expect(screen.getByText('Two pages hold 28 nights at most.')).toBeVisible();
    expect((await readPages())[0]).toContain('2 of 2 nights logged');
    fireEvent.change(screen.getByLabelText('Last night'), { target: { value: '2026-11-17' } });
    expect(screen.getByText('That night is still to come: up to Mon 16 Nov.')).toBeVisible();
  });

  it('marks a night in which the clocks change', async () => {
    setNow(at('2026-10-26 15:00'));
    const db = await fillDatabase(
      openWindow(freshDatabaseName()),
      logWith({ incidents: [wakeUpBetween('2026-10-25 01:30', '2026-10-25 03:30')] }),
    );
    await startScreen({ db, hash: '#/household/paediatrician' });
    const [pageOne, pageTwo] = await readPages();
    expect(pageOne).toContain('Sat 24 Oct*');
    expect(pageOne).toContain('The clocks changed in this night.');
    // From 1:30 to 3:30, with the hour from 2:00 to 3:00 twice, the child was awake for 3 hours.
    expect(pageTwo).toContain('Sat 24 Oct13 h 00');
  });
});

describe('with extreme data', () => {
  const firstNight = day('2026-10-20');
  const longText = 'And it went on and on. '.repeat(4000);
  const [NIGHTS, WAKE_UPS] = [28, 40];
  // The last three nights have forty wake-ups each, the others one. The browser test (e2e) has
  // forty in every night.
  const extremeLog: Partial<HouseholdLog> = {
    children: [{ ...leo, name: 'W'.repeat(60) }],
    incidents: Array.from({ length: NIGHTS }, (_, nightIndex) =>
      Array.from({ length: nightIndex < NIGHTS - 3 ? 1 : WAKE_UPS }, (_, index) => {
        const cryAt = addMs(at(`${addDays(firstNight, nightIndex)} 20:05`), index * 16 * MINUTE_MS);
        return incident([entry('detected', cryAt), entry('resolved', addMs(cryAt, 9 * MINUTE_MS))], {
          id: `${nightIndex} ${index}`,
          causeId: CAUSES[(nightIndex + index) % CAUSES.length] ?? null,
          note: index === 0 ? longText : '',
          forReport: index === 0,
        });
      }),
    ).flat(),
    observations: Array.from({ length: 200 }, (_, index) => {
      const takenAt = addMs(at('2026-10-20 08:00'), index * 3 * HOUR_MS);
      return [
        temperature(takenAt, 36 + (index % 60) / 10),
        dose(addMs(takenAt, MINUTE_MS), 'X'.repeat(60), 'y'.repeat(200)),
      ];
    }).flat(),
    episodes: Array.from({ length: 12 }, (_, index) =>
      illness({ id: `ill ${index}`, label: 'z'.repeat(200), startDay: addDays(firstNight, index), note: longText }),
    ),
  };

  it('still makes two pages, and shows at each list how many items it leaves out', async () => {
    const { user } = await open(extremeLog);
    await user.click(await screen.findByRole('button', { name: 'Last 28' }));
    await screen.findByText('28 of 28 nights logged');
    const [pageOne, pageTwo] = await readPages();
    expect(pageOne).toContain('Wake-ups per night1median, max. 40');
    const lists = [...document.querySelectorAll('[data-report] ul:not([aria-hidden])')];
    // The lists are causes, illnesses, temperatures, medicine and notes. Each has at most one line
    // per item, and a last line.
    expect(lists).toHaveLength(5);
    for (const list of lists.slice(1)) expect(list.lastElementChild?.textContent).toMatch(/^and \d+ more in the app$/);
    const lineCounts = lists.map(({ children }) => children.length);
    expect(Math.max(...lineCounts)).toBeLessThanOrEqual(12);
    // There are 40 notes, 28 of wake-ups and 12 of illnesses: shown and omitted ones together.
    const [, , , , notes] = lists;
    const shownCount = (notes?.children.length ?? 0) - 1;
    expect(notes?.lastElementChild?.textContent).toBe(`and ${40 - shownCount} more in the app`);
    // A note of ninety thousand letters is shortened in the document too, not only by CSS.
    expect(pageTwo.length).toBeLessThan(20_000);
  });
});
