import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import Dashboard from '@/features/dashboard/Dashboard';
import { addMs as instantAfter, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { useDashboardChoice } from '@/stores/dashboard';
import { fillDatabase } from '../../support/backup';
import { freshDatabaseName, openWindow } from '../../support/database';
import { at, day, ZOE } from '../../support/factories';
import { logWith } from '../../support/metrics';
import { cryTimes, illnessEpisode, nightsFrom, repeated, wakeUpFrom } from '../../support/patterns';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/dashboard', Dashboard]);

beforeEach(() => useDashboardChoice.setState(useDashboardChoice.getInitialState()));

async function openDashboard(content: Partial<HouseholdLog>, language: 'en' | 'fr' = 'en') {
  setNow(at('2026-11-17 09:00'));
  const db = await fillDatabase(openWindow(freshDatabaseName()), logWith(content));
  await startScreen({ db, language, hash: '#/dashboard' });
  // When the last card is there, everything is.
  await waitFor(() => {
    if (!document.querySelector('[data-card="debt"]')) throw new Error('not there yet');
  });
}

const plainText = (element: Element | null) => (element?.textContent ?? '').replace(/\s/g, ' ').replace(' – 16', '–16');

/**
 * Returns the texts of the card: a line for each pattern, with its data, and the remark; null if
 * there is no card.
 */
const patternsCard = () => {
  const card = document.querySelector('[data-card="patterns"]');
  if (!card) return null;
  return {
    lines: [...card.querySelectorAll('li')].map((line) =>
      [...line.childNodes].map((node) => plainText(node as Element)),
    ),
    aside: plainText(card.querySelector(':scope > p:last-child')),
  };
};

const RHYTHM = ['21:30', '23:30', '01:40', '03:50', '05:50'];
const elevenNights = nightsFrom('2026-11-06', repeated(11, RHYTHM));

/** Times of `count` cries in a night, different from those of the night before. */
const irregularTimes = (count: number, place: number): string[] =>
  Array.from({ length: count }, (_, n) => cryTimes(10)[(place * 3 + n * 7) % 10] ?? '');

/** One or two wake-ups in a night, and four or five from the 11th on; the cold began on the 9th. */
const aCold = {
  ...nightsFrom('2026-10-30', [1, 2, 1, 0, 1, 2, 1, 1, 0, 1, 2, 1, 5, 4, 5, 4, 5, 4].map(irregularTimes)),
  episodes: [illnessEpisode('2026-11-09', null)],
};

describe('if nothing recurs', () => {
  it('shows no card of patterns', async () => {
    await openDashboard(nightsFrom('2026-11-10', [['22:10'], [], ['03:00', '04:10'], ['01:30'], [], ['05:00'], []]));
    expect(patternsCard()).toBeNull();
  });

  it('shows no card of patterns for a rhythm of four nights', async () => {
    await openDashboard(nightsFrom('2026-11-13', repeated(4, RHYTHM)));
    expect(patternsCard()).toBeNull();
  });
});

describe('what recurs', () => {
  it('shows a pattern in a sentence', async () => {
    await openDashboard(elevenNights);
    expect(patternsCard()).toEqual({
      lines: [
        [
          'Léo: for eleven nights now, every 2 h 05 on average.',
          '11 logged nights, 6–16 November; 44 distances, give or take 5 min',
        ],
      ],
      aside: 'Somebody is in the crontab, and it is not a server.',
    });
  });

  it('writes a pattern in French', async () => {
    await openDashboard(elevenNights, 'fr');
    expect(patternsCard()).toEqual({
      lines: [
        [
          'Léo : depuis onze nuits, toutes les 2 h 05 en moyenne.',
          '11 nuits notées, 6–16 novembre ; 44 intervalles, à 5 min près',
        ],
      ],
      aside: 'Il y a quelqu’un dans la crontab, et ce n’est pas un serveur.',
    });
  });

  it('shows the hour of the household’s clock, and the number of nights with the pattern', async () => {
    const nights = [...repeated(5, ['02:10']), [], ...repeated(7, ['02:50']), []];
    await openDashboard(nightsFrom('2026-11-03', nights));
    expect(patternsCard()?.lines[0]?.[0]).toBe('Léo: mostly between 2:00 and 3:00, in 12 of the last 14 nights.');
  });

  it.each([
    [['02:10'], 'plutôt entre 2 h et 3 h'],
    [['02:40', '03:20'], 'plutôt entre 2 h 30 et 3 h 30'],
  ])('is written as people say it in French: %s', async ([one = '', other = one], says) => {
    await openDashboard(nightsFrom('2026-11-09', [...repeated(4, [one]), ...repeated(4, [other])]), 'fr');
    expect(patternsCard()?.lines[0]?.[0]).toBe(`Léo : ${says}, depuis huit nuits.`);
  });

  it('shows the first night of a change and what came before it, with “after” and not “because”', async () => {
    await openDashboard(aCold);
    expect(patternsCard()).toEqual({
      lines: [
        [
          'Léo: since 11 November, two days after the cold began, 4.5 wake-ups a night on average. Before: 1.1.',
          '6 logged nights against 12 before',
        ],
      ],
      aside: 'Nobody remembers deploying anything.',
    });
  });

  it('shows the first night of a change in French', async () => {
    await openDashboard(aCold, 'fr');
    expect(patternsCard()?.lines[0]).toEqual([
      'Léo : depuis le 11 novembre, deux jours après le début du rhume, 4,5 réveils par nuit en moyenne. Avant : 1,1.',
      '6 nuits notées, contre 12 avant',
    ]);
  });

  it('shows that a pattern is over', async () => {
    await openDashboard(nightsFrom('2026-11-05', [...repeated(8, RHYTHM), ['22:00'], [], ['04:00'], []]));
    expect(patternsCard()?.lines[0]?.[0]).toBe('Léo: every 2 h 05 on average, for eight nights, until 12 November.');
    expect(patternsCard()?.aside).toBe('Over, and closed without a root cause.');
  });

  it.each([
    [
      'en',
      'Léo: since 9 November, the day the cold began, and until 13 November: 4.6 wake-ups a night on average. Before: 0.8.',
    ],
    [
      'fr',
      'Léo : à partir du 9 novembre, le même jour que le début du rhume, et jusqu’au 13 novembre : 4,6 réveils par nuit en moyenne. Avant : 0,8.',
    ],
  ] as const)('says from when to when there were more wake-ups, in %s', async (language, says) => {
    const counts = [0, 1, 1, 0, 1, 1, 1, 2, 0, 1, 5, 4, 5, 4, 5, 1, 0, 1];
    await openDashboard(
      {
        ...nightsFrom('2026-10-30', counts.map(irregularTimes)),
        episodes: [illnessEpisode('2026-11-09', '2026-11-13')],
      },
      language,
    );
    expect(patternsCard()?.lines[0]?.[0]).toBe(says);
  });

  it('shows only the patterns of the chosen child', async () => {
    const zoes = nightsFrom('2026-11-09', repeated(8, ['02:10']), { childId: ZOE });
    useDashboardChoice.setState({ childId: ZOE });
    await openDashboard({ ...elevenNights, incidents: [...elevenNights.incidents, ...zoes.incidents] });
    expect(patternsCard()?.lines.map(([line]) => line)).toEqual([
      'Zoé: mostly between 2:00 and 3:00, for eight nights now.',
    ]);
  });

  it('describes a pattern of an earlier range as it was then', async () => {
    useDashboardChoice.setState({ span: 7, to: day('2026-11-12') });
    await openDashboard(elevenNights);
    expect(patternsCard()?.lines[0]?.[0]).toBe('Léo: for seven nights by then, every 2 h 05 on average.');
  });

  it('shows one sentence, even with forty wake-ups a night for four weeks', async () => {
    const incidents = Array.from({ length: 28 }, (_, ago) => addDays(day('2026-11-16'), -ago)).flatMap((night) =>
      Array.from({ length: 40 }, (_, place) => wakeUpFrom(instantAfter(at(`${night} 20:05`), place * 16 * MINUTE_MS))),
    );
    await openDashboard({ incidents });
    // The night in which the clocks went back was an hour longer, and that hour was quiet.
    expect(patternsCard()?.lines).toEqual([
      [
        'Léo: in 27 of the last 28 nights, every 16 min on average.',
        '28 logged nights, 20 October–16 November; 1,053 distances, give or take 0 min',
      ],
    ]);
  });
});
