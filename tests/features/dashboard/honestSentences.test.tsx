import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import Dashboard from '@/features/dashboard/Dashboard';
import type { Instant } from '@/lib/time';
import { useDashboardChoice } from '@/stores/dashboard';
import { fillDatabase } from '../../support/backup';
import { freshDatabaseName, openWindow } from '../../support/database';
import { at, entry, incident, ZOE } from '../../support/factories';
import { logWith, quietNight, selfSettledIncident, wakeUpBetween } from '../../support/metrics';
import { screenStarter, setNow } from '../../support/screen';

/* What the dashboard says of nights must be true of nights without a wake-up that counts, too. */

const startScreen = screenStarter(['/dashboard', Dashboard]);
const MORNING = at('2026-11-17 09:00');

beforeEach(() => useDashboardChoice.setState(useDashboardChoice.getInitialState()));

async function openDashboard(content: Partial<HouseholdLog>, now: Instant = MORNING, language: 'en' | 'fr' = 'en') {
  setNow(now);
  const db = await fillDatabase(openWindow(freshDatabaseName()), logWith(content));
  startScreen({ db, language, hash: '#/dashboard' });
}

/** Waits for a card and returns its text, with plain spaces. */
const cardText = (name: string): Promise<string> =>
  waitFor(() => {
    const element = document.querySelector(`[data-card="${name}"]`);
    if (!element) throw new Error(`no card ${name}`);
    return (element.textContent ?? '').replace(/\s/g, ' ');
  });

const QUIET = /Nobody woke|nobody woke|was quiet|Nobody had to get up|Nothing between bedtime/;

describe('a cry that began before the night', () => {
  const eveningCry = wakeUpBetween('2026-11-16 19:30', '2026-11-16 23:00');

  it('is told with its time, and the night is nowhere called quiet', async () => {
    await openDashboard({ incidents: [eveningCry] });
    expect(await cardText('last-night')).toContain('Awake since 19:30');
    expect(await cardText('last-night')).toContain('3 h 00 awake');
    expect(await cardText('key')).toContain('In one of those a child was awake all the same.');
    expect(await cardText('raster')).toContain('Nobody said who was up.');
    expect(document.body.textContent).not.toMatch(QUIET);
  });

  it('is told in French', async () => {
    await openDashboard({ incidents: [eveningCry] }, MORNING, 'fr');
    expect(await cardText('last-night')).toContain('En éveil depuis 19:30');
    expect(document.body.textContent).not.toMatch(/Personne ne s’est réveillé|aucun réveil|était calme|À encadrer/);
  });

  it('is told with its day if it began on the day before', async () => {
    await openDashboard({ incidents: [wakeUpBetween('2026-11-15 23:00', '2026-11-16 20:30')] });
    expect(await cardText('last-night')).toContain('Awake since Sun 15 Nov, 23:00');
  });

  it('that came back within the night is told by when it did', async () => {
    const cameBack = incident([
      entry('detected', at('2026-11-16 19:00')),
      entry('resolved', at('2026-11-16 19:40')),
      entry('reopened', at('2026-11-16 21:10')),
      entry('resolved', at('2026-11-16 21:30')),
    ]);
    await openDashboard({ incidents: [cameBack] });
    expect(await cardText('last-night')).toContain('Awake again at 21:10');
    expect(document.body.textContent).not.toMatch(QUIET);
  });
});

describe('a night with false alarms alone', () => {
  it('is told by their number, and not called quiet', async () => {
    await openDashboard({ incidents: [selfSettledIncident('23:00', 25)] });
    expect(await cardText('last-night')).toContain('One false alarm');
    expect(document.body.textContent).not.toMatch(QUIET);
  });
});

describe('a range without a logged night', () => {
  it('says only that none is logged', async () => {
    await openDashboard({ incidents: [wakeUpBetween('2026-09-01 02:00', '2026-09-01 02:10')] });
    expect(await cardText('key')).toContain('None of the 7 nights is logged.');
    expect(document.body.textContent).not.toMatch(QUIET);
    expect(document.body.textContent).not.toContain('Nobody had to be woken');
  });
});

describe('a quiet night', () => {
  it('is called quiet, and the last one logged if it is not the last night', async () => {
    await openDashboard({ nights: [quietNight('2026-11-14')] });
    expect(await cardText('key')).toContain('The last one logged was quiet.');
  });

  it('is called the last one if it is', async () => {
    await openDashboard({ nights: [quietNight('2026-11-16')] });
    expect(await cardText('key')).toContain('The last one was quiet.');
    expect(await cardText('last-night')).toContain('Nobody woke');
  });
});

describe('an incident that nobody ended', () => {
  const forgotten = incident(
    [
      entry('detected', at('2026-11-15 03:00')),
      entry('acknowledged', at('2026-11-15 03:01')),
      entry('escalated', at('2026-11-15 03:02')),
    ],
    { childId: ZOE },
  );

  it('is named with since when and until when it counts, and leads to the review', async () => {
    await openDashboard({ incidents: [forgotten] });
    expect(await cardText('forgotten')).toContain(
      'Zoé: still open since Sun 15 Nov, 03:00. The figures count it until Sun 15 Nov, 07:00, the end of its night.',
    );
    expect(screen.getByRole('link', { name: 'Close it in the review' })).toHaveProperty(
      'href',
      expect.stringContaining('#/nights/review'),
    );
    // 240 minutes of one logged night.
    expect(await cardText('sleep')).toContain('63.6%');
  });

  it('is not a night in which nobody had to be woken, though the call counts in no figure yet', async () => {
    await openDashboard({ incidents: [forgotten] });
    expect(await cardText('escalations')).not.toContain('Nobody had to be woken');
  });

  it('is not named while its night runs', async () => {
    await openDashboard({ incidents: [forgotten] }, at('2026-11-15 05:00'));
    await cardText('last-night');
    expect(document.querySelector('[data-card="forgotten"]')).toBeNull();
  });

  it('by day is named as one that counts through the coming night', async () => {
    const afternoon = incident([entry('detected', at('2026-11-14 16:00'))], { childId: ZOE });
    await openDashboard({ incidents: [afternoon] });
    expect(await cardText('forgotten')).toContain(
      'since Sat 14 Nov, 16:00. The figures count it until Sun 15 Nov, 07:00',
    );
  });
});
