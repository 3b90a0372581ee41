import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { writePostmortem } from '@/db/postmortem';
import { readNightRow } from '@/db/queries';
import { nightOf } from '@/domain/night';
import { bodyOf } from '@/domain/postmortem/storedText';
import { CAUSES } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import PostmortemPage from '@/features/postmortem/PostmortemPage';
import { generateLines } from '@/features/postmortem/sections/generate';
import { computePostmortemData } from '@/features/postmortem/sections/postmortemData';
import { createSectionFormat } from '@/features/postmortem/sections/sectionFormat';
import { getFormat } from '@/i18n/format';
import type { MessageKey } from '@/i18n/messages';
import type { Language } from '@/i18n/translator';
import { loadTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';
import { householdDatabase } from '../support/database';
import {
  at,
  DAD,
  dad,
  day,
  entry,
  household,
  incident,
  LEO,
  leo,
  mum,
  nightRow,
  PARIS,
  tonightAt,
  toWallTime,
  wakeUp,
  ZOE,
  zoe,
} from '../support/factories';
import { logWith, NEXT_MORNING, selfSettledIncident, wakeUpBetween } from '../support/metrics';
import { screenStarter, setNow, statusText } from '../support/screen';

const startScreen = screenStarter(['/nights/:night/post-mortem', PostmortemPage]);

const NIGHT = day('2026-11-16');
const LANGUAGES: Language[] = ['en', 'fr'];

/** Returns the generated lines of a night, with no-break spaces as plain spaces. */
async function generateText(
  overrides: Partial<HouseholdLog>,
  language: Language = 'en',
  night = NIGHT,
): Promise<string[]> {
  const translation = await loadTranslation(language, [language === 'en' ? 'en-GB' : 'fr-FR']);
  await translation.loadDayMessages();
  const log = logWith(overrides);
  const data = computePostmortemData(night, log, NEXT_MORNING);
  if (!data) throw new Error('no night');
  return generateLines(data, createSectionFormat(translation, getFormat(translation.locale, PARIS), log)).map(
    ({ text }) => text.replace(/[\u00a0\u202f]/g, ' '),
  );
}

const QUESTION: Record<Language, string> = {
  en: 'The existential question of the night',
  fr: 'La question existentielle de la nuit',
};

/** Returns the lines of one section. */
const linesUnder = (lines: readonly string[], head: string) => {
  const linesAfterHead = lines.slice(lines.indexOf(`## ${head}`) + 1);
  return linesAfterHead.slice(0, linesAfterHead.includes('') ? linesAfterHead.indexOf('') : linesAfterHead.length);
};

/**
 * Dad is called at 2:44 and does not answer, so Mum feeds Léo. Léo wakes again at 3:07, and Zoé
 * wakes meanwhile.
 */
const hardIncidents = [
  incident(
    [
      entry('detected', '02:43'),
      entry('escalated', '02:44', { to: DAD }),
      entry('noResponse', '02:45', { by: DAD }),
      entry('acknowledged', '02:46'),
      entry('remedy', '02:48', { estimated: true }),
      entry('note', '02:50', { text: 'two *stars*\nand a line' }),
      entry('resolved', '03:03'),
      entry('reopened', '03:07'),
      entry('resolved', '03:27'),
    ],
    { id: 'leo', causeId: 'hunger', note: 'teeth?' },
  ),
  incident([entry('detected', '03:10'), entry('resolved', '03:20')], {
    id: 'zoe',
    childId: ZOE,
    causeId: 'unknown-to-us',
  }),
];

it('includes a wake-up after noon when the night window extends past noon', async () => {
  const lateHousehold = household({ nightStart: toWallTime('22:00'), nightEnd: toWallTime('13:00') });
  const incidents = [wakeUp('02:43', '03:03'), wakeUpBetween('2026-11-17 12:10', '2026-11-17 12:40')];
  const log = logWith({ household: lateHousehold, incidents });
  const data = computePostmortemData(NIGHT, log, at('2026-11-18 09:00'));
  expect(data?.figures.counted).toBe(2);
  expect(data?.incidents.map(({ incident: { id } }) => id)).toEqual(incidents.map(({ id }) => id));
  expect(data?.counted).toHaveLength(2);
  expect(data && nightOf(data.deferAt, PARIS)).toBe(NIGHT);
});

describe('the generated text of a usual night', () => {
  it('tells the story, the cause, the question and the tasks before the figures, and the timeline last', async () => {
    const heads = (await generateText({ incidents: hardIncidents })).filter((line) => line.startsWith('## '));
    expect(heads.map((head) => head.slice(3))).toEqual([
      'Summary',
      'User story',
      'Root cause',
      QUESTION.en,
      'Action items',
      'Impact',
      'What worked, and whether it held',
      'Escalations',
      'What we were lucky with',
      'Timeline',
    ]);
  });

  it('shows the same figures of impact as the report', async () => {
    // Léo is awake 2:43–3:03 and 3:07–3:27, Zoé within that: 40 of 660 minutes. Mum is up
    // 2:46–3:03. The recoveries are 44 and 10 minutes, their median is 27.
    expect(linesUnder(await generateText({ incidents: hardIncidents }), 'Impact')).toEqual([
      '- Down time: 40 min of 11 h 00',
      '- Sleep availability: 93.9% (objective: 90%)',
      '- Recovery, median: 27 min',
      '- Two children at once: once, 10 min',
      '- Sleep lost by Mum: 17 min; 2 interventions',
      '- Sleep lost by Dad: 0 min; no intervention',
    ]);
  });

  it('lists every entry with its time, marks estimated times, and blames nobody', async () => {
    expect(linesUnder(await generateText({ incidents: hardIncidents }), 'Timeline')).toEqual([
      '- 02:43 · Léo · awake',
      '- 02:44 · Léo · page to Dad',
      '- 02:45 · Léo · the page to Dad was not answered',
      '- 02:46 · Léo · Mum got up',
      '- about 02:48 · Léo · Feed, by Mum',
      '- 02:50 · Léo · two \\*stars\\* and a line',
      '- 03:03 · Léo · Asleep again, by Mum',
      '- 03:07 · Léo · Awake again: the fix didn’t hold',
      '- 03:10 · Zoé · awake',
      '- 03:20 · Zoé · Asleep again, by Mum',
      '- 03:27 · Léo · Asleep again, by Mum',
    ]);
  });

  it('writes causes, remedies, escalations, luck and action items in both languages', async () => {
    const [englishLines, frenchLines] = [
      await generateText({ incidents: hardIncidents }),
      await generateText({ incidents: hardIncidents }, 'fr'),
    ];
    expect(linesUnder(englishLines, 'Root cause')).toEqual([
      '- Hunger: one wake-up',
      '- Unknown to us: the moon (one wake-up). Seen at the scene, it declined to comment.',
      '- Léo, 02:43: “teeth?”',
    ]);
    expect(linesUnder(englishLines, 'What worked, and whether it held')).toEqual([
      '- Feed: last before sleep once, 39 min later; held for an hour: 100%',
    ]);
    expect(linesUnder(englishLines, 'Escalations')).toEqual(['- One page to Dad: none answered']);
    expect(linesUnder(englishLines, 'What we were lucky with')).toEqual([
      // The night window begins at 20:00, and the first wake-up was at 2:43.
      '- The longest stretch of quiet lasted 6 h 43.',
      '- Nobody went over their limit of interventions.',
    ]);
    expect(linesUnder(englishLines, 'Action items')).toHaveLength(5);
    expect(linesUnder(frenchLines, 'Escalades')).toEqual(['- Un appel à Dad : sans réponse']);
    expect(linesUnder(frenchLines, 'À faire')).toContain(
      '- [ ] Ajuster le tour de garde, ou le volume : un appel est resté sans réponse',
    );
    expect(frenchLines).toHaveLength(englishLines.length);
  });

  it('writes a user story of the child who was awake the longest, with the age in that night', async () => {
    const generateUserStory = async (overrides: Partial<HouseholdLog>, language: Language = 'en') =>
      linesUnder(
        await generateText({ incidents: hardIncidents, ...overrides }, language),
        language === 'en' ? 'User story' : 'Récit utilisateur',
      );
    const children = [{ ...leo, birthDate: day('2026-02-10') }, zoe];
    expect(await generateUserStory({ children })).toEqual([
      'As a nine-month-old, I want the kitchen to stay open all night, so that nothing is negotiated on an empty stomach.',
    ]);
    expect(await generateUserStory({ children }, 'fr')).toEqual([
      'Du haut de mes neuf mois, je veux une cuisine ouverte toute la nuit, pour ne jamais négocier le ventre vide.',
    ]);
    const newborn = { children: [{ ...leo, birthDate: day('2026-10-01') }, zoe] };
    expect(await generateUserStory(newborn)).toEqual([expect.stringMatching(/^As a 6-week-old, /)]);
    expect(await generateUserStory(newborn, 'fr')).toEqual([expect.stringMatching(/^Du haut de mes 6 semaines, /)]);
    expect(await generateUserStory({})).toEqual([
      expect.stringMatching(/^As a stakeholder of small size, I want the kitchen/),
    ]);
    expect(await generateUserStory({ children: [{ ...leo, birthDate: day('2018-11-01') }, zoe] })).toEqual([
      expect.stringMatching(/^As an 8-year-old, /),
    ]);
    expect(await generateUserStory({ incidents: hardIncidents.slice(1) })).toEqual([
      expect.stringContaining('the moon'),
    ]);
  });

  it('proposes a lighter night for a caregiver over the limit of interventions', async () => {
    const threeIncidents = ['21:00', '22:00', '23:00'].map((time) =>
      incident([entry('detected', time), entry('resolved', (tonightAt(time) + 5 * MINUTE_MS) as never)], { id: time }),
    );
    const caregivers = [{ ...mum, fatigueLimit: 2 }, dad];
    expect(linesUnder(await generateText({ incidents: threeIncidents, caregivers }), 'Action items')).toContain(
      '- [ ] Swap a night for Mum: 3 interventions against a limit of 2',
    );
  });
});

describe('the generated text of a night with pages', () => {
  /** Four pages: silence, "I can't", an answer, and one that is taken back. One call by voice. */
  const pagedIncidents = [
    incident(
      [
        entry('detected', '01:00'),
        entry('escalated', '01:01', { id: 'p1', via: 'page' }),
        entry('noResponse', '01:02', { by: DAD }),
        entry('escalated', '01:03', { id: 'p2', level: 2, via: 'page' }),
        entry('delivered', '01:04', { to: DAD }),
        entry('noResponse', '01:05', { by: DAD, declined: true }),
        entry('acknowledged', '01:06'),
        entry('resolved', '01:20'),
      ],
      { id: 'first' },
    ),
    incident(
      [
        entry('detected', '02:43'),
        entry('escalated', '02:44', { id: 'v1' }),
        entry('noResponse', '02:45', { by: DAD }),
        entry('escalated', '02:46', { id: 'p3', level: 2, via: 'page' }),
        entry('delivered', '02:46', { to: DAD }),
        entry('acknowledged', '02:47', { by: DAD }),
        entry('resolved', '03:03', { by: DAD }),
      ],
      { id: 'second' },
    ),
    incident(
      [
        entry('detected', '04:00'),
        entry('escalated', '04:01', { id: 'p4', via: 'page' }),
        entry('delivered', '04:01', { to: DAD }),
        entry('resolved', '04:02', { outcome: 'selfSettled' }),
      ],
      { id: 'third' },
    ),
  ];

  it('tells each page once, with its times, and counts the calls by voice apart', async () => {
    expect(linesUnder(await generateText({ incidents: pagedIncidents }), 'Escalations')).toEqual([
      '- One call to Dad by voice: none answered',
      '- Page to Dad’s phone at 01:01: no phone said that it rang, no answer by 01:02',
      '- Page to Dad’s phone at 01:03: it rang at 01:04, “I can’t” at 01:05',
      '- Page to Dad’s phone at 02:46: it rang at 02:46, up at 02:47',
      '- Page to Dad’s phone at 04:01: it rang at 04:01, taken back at 04:02, the child slept',
    ]);
    expect(linesUnder(await generateText({ incidents: pagedIncidents }, 'fr'), 'Escalades')).toEqual([
      '- Un appel à Dad de vive voix : sans réponse',
      '- Bip à Dad à 01:01 : aucun téléphone n’a dit avoir sonné, sans réponse à 01:02',
      '- Bip à Dad à 01:03 : le téléphone a sonné à 01:04, « Je ne peux pas » à 01:05',
      '- Bip à Dad à 02:46 : le téléphone a sonné à 02:46, debout à 02:47',
      '- Bip à Dad à 04:01 : le téléphone a sonné à 04:01, retiré à 04:02, l’enfant dormait',
    ]);
  });

  it('tells of a page that somebody else was faster than, and of one that waits for its answer', async () => {
    const page = entry('escalated', '02:44', { via: 'page' });
    const beaten = incident([
      entry('detected', '02:43'),
      page,
      entry('acknowledged', '02:45'),
      entry('resolved', '03:03'),
    ]);
    expect(linesUnder(await generateText({ incidents: [beaten] }), 'Escalations')).toEqual([
      '- Page to Dad’s phone at 02:44: no phone said that it rang, somebody else was up at 02:45',
    ]);
    const waiting = incident([entry('detected', '02:43'), page]);
    expect(linesUnder(await generateText({ incidents: [waiting] }), 'Escalations')).toEqual([
      '- Page to Dad’s phone at 02:44: no phone said that it rang, no answer yet',
    ]);
  });

  it('proposes a test of the pager for silence without a ring, and an agreement after “I can’t”', async () => {
    const tasks = linesUnder(await generateText({ incidents: pagedIncidents }), 'Action items');
    expect(tasks).toContain('- [ ] Test the pager by day: a page went out, and no phone said that it rang');
    expect(tasks).toContain('- [ ] Agree by day on who takes over when somebody can’t');
    expect(tasks).toContain('- [ ] Adjust the rota, or the volume: a page went unanswered');
  });

  it('does not say that a page went unanswered when the answer was “I can’t”', async () => {
    const declined = incident([
      entry('detected', '02:43'),
      entry('escalated', '02:44', { via: 'page' }),
      entry('delivered', '02:44'),
      entry('noResponse', '02:45', { by: DAD, declined: true }),
      entry('acknowledged', '02:46'),
      entry('resolved', '03:03'),
    ]);
    const tasks = linesUnder(await generateText({ incidents: [declined] }), 'Action items');
    expect(tasks).toEqual([
      '- [ ] Give each wake-up a cause while the coffee is warm',
      '- [ ] Agree by day on who takes over when somebody can’t',
    ]);
  });
});

describe('the generated text of a night without incidents', () => {
  it.each(LANGUAGES)(
    'writes a different summary for a quiet night, for false alarms alone and for no log, with one task (%s)',
    async (language) => {
      const nights = [nightRow({ quiet: true })];
      const texts = await Promise.all([
        generateText({ nights }, language),
        generateText({ incidents: [selfSettledIncident('23:00', 20)] }, language),
        generateText({}, language),
      ]);
      for (const lines of texts) {
        expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(10);
        expect(lines.filter((line) => line.startsWith('- [ ] '))).toHaveLength(1);
        expect(lines.join('\n')).not.toMatch(/undefined|null|NaN|\{/);
        expect(linesUnder(lines, QUESTION[language])).toEqual([expect.stringMatching(/\?$/)]);
      }
      expect(new Set(texts.map((lines) => lines[3])).size).toBe(3);
    },
  );
});

describe('the generated text of an extreme night', () => {
  const fortyIncidents = Array.from({ length: 40 }, (_, index) => {
    const detectedAt = (tonightAt('20:00') + index * 15 * MINUTE_MS) as never;
    return incident(
      [entry('detected', detectedAt, { id: `d${index}` }), entry('resolved', (detectedAt + 10 * MINUTE_MS) as never)],
      {
        id: `i${index}`,
        causeId: CAUSES[index % CAUSES.length] ?? null,
        childId: index % 2 ? ZOE : LEO,
      },
    );
  });

  it('lists all 40 incidents, each line with a unique key', async () => {
    const translation = await loadTranslation('en', ['en-GB']);
    await translation.loadDayMessages();
    const log = logWith({ incidents: fortyIncidents });
    const data = computePostmortemData(NIGHT, log, NEXT_MORNING);
    const lines = data ? generateLines(data, createSectionFormat(translation, getFormat('en-GB', PARIS), log)) : [];
    expect(lines.filter(({ key }) => /^timeline\.(?!gap|head)/.test(key))).toHaveLength(80);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(lines.filter(({ key }) => key.startsWith('action.'))).toHaveLength(11);
    for (const { key, text } of lines) {
      expect(key).toMatch(/^[\w.-]+$/);
      expect(text).not.toContain('\n');
    }
  });

  it('keeps its structure when names contain Markdown', async () => {
    const markdownName = '# x\n## y\n- [ ] z **b** <b>';
    const children = [{ ...leo, name: markdownName }, zoe];
    const caregivers = [{ ...mum, name: markdownName }, dad];
    const [usualLines, markdownLines] = [
      await generateText({ incidents: hardIncidents }),
      await generateText({ incidents: hardIncidents, children, caregivers }),
    ];
    const markersOf = (lines: string[]) => lines.map((line) => /^(#* |- \[.\] |- )?/.exec(line)?.[0]);
    expect(markersOf(markdownLines)).toEqual(markersOf(usualLines));
  });
});

describe('the questions of the night', () => {
  it.each(LANGUAGES)('offers at least twenty different questions, each with a question mark (%s)', async (language) => {
    const { t, loadDayMessages } = await loadTranslation(language, []);
    await loadDayMessages();
    const questions = t('postmortem.questions' as MessageKey).split('\n');
    expect(new Set(questions).size).toBeGreaterThanOrEqual(20);
    for (const question of questions) expect(question).toMatch(/\S\?$|\S[\u00a0\u202f]\?$/);
  });

  it('chooses the same question for one night, and another for the next night', async () => {
    const questionOf = async (night: string) => linesUnder(await generateText({}, 'en', day(night)), QUESTION.en)[0];
    expect(await questionOf('2026-11-16')).toBe(await questionOf('2026-11-16'));
    expect(await questionOf('2026-11-17')).not.toBe(await questionOf('2026-11-16'));
    expect(await questionOf('1960-01-01')).toMatch(/\?$/);
  });
});

const HASH = '#/nights/2026-11-16/post-mortem';
const findButton = (name: string | RegExp) => screen.findByRole('button', { name });
const readStoredText = async (db: Awaited<ReturnType<typeof householdDatabase>>) =>
  (await readNightRow(db, NIGHT))?.postmortem ?? '';

describe('the page of a post-mortem', () => {
  beforeEach(() => setNow('09:00'));

  it('shows the generated text and stores nothing at first', async () => {
    const { db } = await startScreen({ db: await householdDatabase(hardIncidents), hash: HASH });
    expect(await screen.findByRole('heading', { name: /night of Mon\s16\sNov to Tue\s17\sNov/ })).toBeInTheDocument();
    expect(screen.getByText(/Nothing is kept yet/)).toBeInTheDocument();
    expect(screen.getByText(/two \*stars\* and a line/)).toBeInTheDocument();
    expect(await readStoredText(db)).toBe('');
  });

  it('folds the timeline away on the screen, and opens it before it is printed', async () => {
    await startScreen({ db: await householdDatabase(hardIncidents), hash: HASH });
    const timeline = (await screen.findByRole('heading', { name: 'Timeline' })).closest('details');
    expect(timeline).not.toHaveAttribute('open');
    expect(within(timeline ?? document.body).getAllByRole('listitem')).toHaveLength(11);
    expect(screen.getByRole('heading', { name: 'Action items' }).closest('details')).toBeNull();
    // The page listens for the printer once its effects have run.
    await act(async () => {});
    fireEvent(window, new Event('beforeprint'));
    expect(timeline).toHaveAttribute('open');
  });

  it('stores a tick, and undo removes it', async () => {
    const { db, user } = await startScreen({ db: await householdDatabase(hardIncidents), hash: HASH });
    await user.click(await screen.findByRole('checkbox', { name: /Move the last feed/ }));
    await waitFor(() => expect(statusText()).toMatch(/Ticked off/));
    expect(bodyOf(await readStoredText(db))).toContain('- [x] Move the last feed');
    await user.click(await findButton('Undo'));
    await waitFor(async () => expect(await readStoredText(db)).toBe(''));
  });

  it('keeps written text and ticks when the night is corrected and the text regenerated', async () => {
    const { db, user } = await startScreen({ db: await householdDatabase([wakeUp('02:43', '03:03')]), hash: HASH });
    await user.click(await screen.findByRole('checkbox'));
    await user.click(await findButton('Edit'));
    const textbox = await screen.findByRole<HTMLTextAreaElement>('textbox');
    expect(textbox.value).not.toContain('<!--');
    // The tick may be written after the editor has opened; the editor then shows it.
    await waitFor(() => expect(textbox.value).toContain('- [x] '));
    const mySentence = 'It was *not* the moon. <b>Promise.</b> 👶 -->';
    fireEvent.change(textbox, {
      target: { value: textbox.value.replace('\n\n## Impact', `\n${mySentence}\n\n## Impact`) },
    });
    await user.click(await findButton('Save'));
    expect(await screen.findByText(/<b>Promise.<\/b> 👶 -->/, { selector: 'article *' })).toBeInTheDocument();

    await db.incidents.clear();
    const otherDb = await householdDatabase([wakeUp('02:43', '03:33')]);
    const [correctedIncident] = await otherDb.incidents.toArray();
    if (correctedIncident) await db.incidents.put(correctedIncident);
    expect(await screen.findByText(/The log has changed since/)).toBeInTheDocument();
    await user.click(await findButton('Regenerate'));
    expect(await screen.findByText(/Down time: 50 min/)).toBeInTheDocument();
    const body = bodyOf(await readStoredText(db));
    expect(body).toContain(`${mySentence}\n\n## Impact`);
    expect(body).toMatch(/^- \[x\] /m);
    expect(screen.queryByText(/The log has changed since/)).not.toBeInTheDocument();
    await user.click(await findButton('Regenerate'));
    expect(statusText()).toMatch(/Nothing new/);
  });

  it('makes a chore of an item once, and then shows its minutes in place of the button', async () => {
    const { db, user } = await startScreen({ db: await householdDatabase(hardIncidents), hash: HASH });
    const deferButton = { name: /^Put it off as a chore: Adjust the rota/ };
    await user.click(await screen.findByRole('button', deferButton));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /15/ }));
    expect(await screen.findByText(/Now a chore · 15/)).toBeInTheDocument();
    expect(screen.queryByRole('button', deferButton)).not.toBeInTheDocument();
    expect(await db.chores.toArray()).toMatchObject([
      {
        title: 'Adjust the rota, or the volume: a page went unanswered',
        effortMinutes: 15,
        deferredAt: tonightAt('07:00'),
      },
    ]);
    // After a tick or a regeneration, the item still cannot be put off again.
    await user.click(screen.getByRole('checkbox', { name: /Adjust the rota/ }));
    await user.click(await findButton('Regenerate'));
    expect(screen.queryByRole('button', deferButton)).not.toBeInTheDocument();
    expect(await db.chores.count()).toBe(1);
  });

  it('keeps the draft over a reload, and stores it when the page is left', async () => {
    const db = await householdDatabase(hardIncidents);
    const { user } = await startScreen({ db, hash: HASH });
    await user.click(await findButton('Edit'));
    const textbox = await screen.findByRole<HTMLTextAreaElement>('textbox');
    fireEvent.change(textbox, { target: { value: `${textbox.value}\nMine.` } });
    const draft = Object.entries(localStorage).find(([key]) => key.startsWith('infernalops.draft.'));
    expect(draft?.[1]).toContain('Mine.');
    // Leaving the page stores the text and deletes the draft.
    location.hash = '#/nights';
    await waitFor(async () => expect(bodyOf(await readStoredText(db))).toMatch(/\nMine\.$/));
    await waitFor(() => expect(Object.keys(localStorage).join()).not.toContain('infernalops.draft.'));
    // A reload leaves the draft on the device and the log unchanged.
    localStorage.setItem(
      draft?.[0] ?? '',
      JSON.stringify({ over: await readStoredText(db), base: await readStoredText(db), typed: 'Only mine.' }),
    );
    location.hash = HASH;
    expect(await screen.findByRole('textbox')).toHaveValue('Only mine.');
  });

  it('overwrites the text of another window only when “Save” is tapped again', async () => {
    const { db, user } = await startScreen({ db: await householdDatabase(hardIncidents), hash: HASH });
    await user.click(await findButton('Edit'));
    fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'Mine.' } });
    await writePostmortem(db, { night: NIGHT, text: 'Theirs.', baseText: '', now: NEXT_MORNING });
    await user.click(await findButton('Save'));
    expect(await screen.findByText(/Another window changed it/)).toBeInTheDocument();
    expect(await readStoredText(db)).toBe('Theirs.');
    await user.click(await findButton('Save'));
    await waitFor(async () => expect(bodyOf(await readStoredText(db))).toBe('Mine.'));
  });

  it('refuses a text that is too long, and changes nothing', async () => {
    const { db, user } = await startScreen({ db: await householdDatabase(hardIncidents), hash: HASH });
    await user.click(await findButton('Edit'));
    fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'a'.repeat(100_000) } });
    await user.click(await findButton('Save'));
    expect(await screen.findByText('That text is too long.')).toBeInTheDocument();
    expect(await readStoredText(db)).toBe('');
  });

  it('shares and copies the text without the stored fingerprints', async () => {
    const { db, user } = await startScreen({ db: await householdDatabase(hardIncidents), hash: HASH });
    await user.click(await findButton('Save'));
    await waitFor(async () => expect(await readStoredText(db)).toMatch(/<!-- infernalops .* -->$/));
    const shared: ShareData[] = [];
    Object.assign(navigator, { canShare: () => true, share: async (data: ShareData) => shared.push(data) });
    await user.click(await findButton('Share'));
    expect(shared).toEqual([{ text: bodyOf(await readStoredText(db)) }]);
    await user.click(await findButton('Copy'));
    expect(await navigator.clipboard.readText()).toBe(bodyOf(await readStoredText(db)));
    await waitFor(() => expect(statusText()).toMatch(/Copied/));
    Object.assign(navigator, { canShare: undefined, share: undefined });
  });

  it('makes a chore of a hand-written item, and cuts its title to the maximum length', async () => {
    const db = await householdDatabase(hardIncidents);
    await writePostmortem(db, { night: NIGHT, text: `* [ ] ${'a'.repeat(199)}👶 b`, baseText: '', now: NEXT_MORNING });
    const { user } = await startScreen({ db, hash: HASH });
    await user.click(await findButton(/^Put it off as a chore: a/));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /1\sh/ }));
    expect(await screen.findByText(/Now a chore/)).toBeInTheDocument();
    expect(await db.chores.toArray()).toMatchObject([{ title: 'a'.repeat(199), effortMinutes: 60 }]);
  });

  it('shows that a future night has not begun', async () => {
    await startScreen({ hash: '#/nights/2026-12-24/post-mortem' });
    expect(await screen.findByText(/has not begun/)).toBeInTheDocument();
  });

  it.each(['2026-02-30', '9999-12-31', '0002-11-16'])('shows that %s is no night', async (date) => {
    await startScreen({ hash: `#/nights/${date}/post-mortem` });
    expect(await screen.findByText('There is no such night.')).toBeInTheDocument();
  });
});

describe('the post-mortem of a night without a wake-up that counts', () => {
  const eveningCry = (causeId: 'hunger' | null) =>
    incident(
      [
        entry('detected', at('2026-11-16 19:30')),
        entry('remedy', at('2026-11-16 19:40')),
        entry('resolved', at('2026-11-16 23:00')),
      ],
      { causeId },
    );

  it.each(LANGUAGES)('tells of a cry that began before the night and calls nothing quiet (%s)', async (language) => {
    const text = (await generateText({ incidents: [eveningCry(null)] }, language)).join('\n');
    expect(text).toContain('19:30');
    expect(text).toMatch(/Awake since 19:30|Ne dort plus depuis 19:30/);
    expect(text).not.toMatch(
      /Nobody woke|None\. Nothing broke|It worked|Personne ne s’est réveillé|Aucune\. Rien|Ça a marché/,
    );
    expect(text).not.toMatch(/Do exactly the same|Refaire exactement pareil/);
  });

  it('names the cause and the remedies of that cry', async () => {
    const lines = await generateText({ incidents: [eveningCry('hunger')] });
    expect(linesUnder(lines, 'Root cause')).toEqual(['- Léo, awake from 19:30, before the night: Hunger']);
    expect(linesUnder(lines, 'What worked, and whether it held')).toEqual(['- For what began before the night: Feed']);
  });

  it('says that an earlier incident came back, and not that it never ended', async () => {
    const cameBack = incident([
      entry('detected', at('2026-11-16 19:00')),
      entry('resolved', at('2026-11-16 19:40')),
      entry('reopened', at('2026-11-16 21:10')),
      entry('resolved', at('2026-11-16 21:30')),
    ]);
    const [summary] = linesUnder(await generateText({ incidents: [cameBack] }), 'Summary');
    expect(summary).toBe('No new wake-up, but one from before the night came back: 20 min of outage.');
  });

  it('says of a night with a false alarm alone that it needs no cause', async () => {
    const lines = await generateText({ incidents: [selfSettledIncident('23:00', 25)] });
    expect(linesUnder(lines, 'Root cause')).toEqual(['- A false alarm needs none.']);
  });

  it('says until when an incident counts that nobody ended, and not that it worked', async () => {
    const lines = await generateText({ incidents: [incident([entry('detected', '03:00')])] });
    expect(lines).toContain(
      'Léo: still open since Tue 17 Nov, 03:00. The figures count it until Tue 17 Nov, 07:00, the end of its night.',
    );
    expect(linesUnder(lines, 'What worked, and whether it held')).toEqual(['- Nothing was tried.']);
  });
});
