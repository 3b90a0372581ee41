import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import Dashboard from '@/features/dashboard/Dashboard';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { useDashboardChoice } from '@/stores/dashboard';
import { fillDatabase } from '../../support/backup';
import { freshDatabaseName, openWindow } from '../../support/database';
import {
  at,
  DAD,
  day,
  entry,
  household,
  incident,
  leo,
  MUM,
  nightRow,
  tonightAt,
  ZOE,
  zoe,
} from '../../support/factories';
import { illnessEpisode } from '../../support/health';
import { logWith } from '../../support/metrics';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/dashboard', Dashboard]);

const now = tonightAt('09:00');

beforeEach(() => useDashboardChoice.setState(useDashboardChoice.getInitialState()));

async function openDashboard(content: Partial<HouseholdLog>, language: 'en' | 'fr' = 'en') {
  setNow(now);
  const db = await fillDatabase(openWindow(freshDatabaseName()), logWith(content));
  return startScreen({ db, language, hash: '#/dashboard' });
}

/** Waits for a card and returns its texts, with plain spaces. */
async function card(name: string) {
  const found = await waitFor(() => {
    const element = document.querySelector<HTMLElement>(`[data-card="${name}"]`);
    if (!element) throw new Error(`no card ${name}`);
    return element;
  });
  const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s/g, ' ');
  return {
    element: found,
    text: words(found),
    figure: words(found.querySelector('p strong')),
    few: found.dataset.few === 'true',
    table: [...found.querySelectorAll('tr')].map((row) => [...row.children].map(words)),
  };
}

/**
 * On the night of the 16th minus `nightsAgo`, Léo woke, Dad was called in vain, and Mum fed Léo.
 */
const wake = (id: string, nightsAgo: number, minutes: number, hour = 22) => {
  const begun = (at(`2026-11-16 ${hour}:00`) - nightsAgo * 24 * 60 * MINUTE_MS) as Instant;
  const later = (count: number) => (begun + count * MINUTE_MS) as Instant;
  return incident(
    [
      entry('detected', begun),
      entry('escalated', later(1), { to: DAD }),
      entry('noResponse', later(2), { by: DAD }),
      entry('acknowledged', later(3)),
      entry('remedy', later(4)),
      entry('resolved', later(minutes)),
    ],
    { id, causeId: 'hunger' },
  );
};

const CARDS = [
  ['key', 'raster', 'last-night'],
  ['recovery', 'sleep', 'longest', 'weaning'],
  ['load', 'escalations', 'fatigue', 'patience'],
  ['remedies', 'runbooks', 'causes', 'hours'],
  ['illness', 'double', 'patterns', 'debt'],
].flat();

describe('if nothing was ever logged', () => {
  it('shows one sentence about what will be here, with a link to the GameDay', async () => {
    await openDashboard({});
    expect(await screen.findByText(/^A week of your nights will stand here/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Start a GameDay' })).toBeInTheDocument();
    expect(document.querySelector('[data-card]')).toBeNull();
  });
});

const EVERY_EMPTY = [
  'double',
  'recovery',
  'sleep',
  'load',
  'runbooks',
  'causes',
  'remedies',
  'hours',
  'weaning',
  'patience',
];

describe('if nothing was logged in these nights', () => {
  const long = [wake('long ago', 40, 20)];

  it('shows in every card that there is no data yet, without a picture, a table, or a zero as a figure', async () => {
    await openDashboard({ incidents: long });
    for (const name of EVERY_EMPTY) {
      const { text, element, table } = await card(name);
      expect(text, name).toContain('No data yet.');
      expect(table, name).toEqual([]);
      expect(element.querySelector('svg.recharts-surface, [aria-hidden]:not(a svg)'), name).toBeNull();
    }
    expect((await card('recovery')).figure).toBe('–');
    expect((await card('sleep')).figure).toBe('–');
    expect((await card('escalations')).text).toContain('No data yet.');
    expect((await card('debt')).text).toContain('Nobody believes you.');
    expect((await card('last-night')).text).toContain('Nobody logged it.');
  });
});

describe('with a few wake-ups', () => {
  const few = [wake('a', 0, 10), wake('b', 1, 20)];

  it('shows muted figures with the small number of cases they come from', async () => {
    await openDashboard({ incidents: few });
    const recovery = await card('recovery');
    expect(recovery).toMatchObject({ figure: '15 min', few: true });
    expect(recovery.text).toContain('Only 2 cases: too few to say.');
    for (const name of [
      'sleep',
      'double',
      'fatigue',
      'load',
      'escalations',
      'runbooks',
      'causes',
      'remedies',
      'hours',
      'weaning',
    ])
      expect(await card(name), name).toMatchObject({ few: true });
  });

  it('writes one wake-up in the singular', async () => {
    await openDashboard({ incidents: [wake('a', 0, 10)] });
    expect((await card('recovery')).text).toContain('Only 1 case: too few to say.');
    expect((await card('last-night')).figure).toBe('One wake-up');
  });
});

describe('once somebody was paged', () => {
  /** On the night of the 16th minus `nightsAgo`, Dad was called or paged, and came or not. */
  const called = (nightsAgo: number, hour: number, via: 'voice' | 'page', isUp: boolean) => {
    const begun = (at(`2026-11-16 ${hour}:00`) - nightsAgo * 24 * 60 * MINUTE_MS) as Instant;
    const later = (minutes: number) => (begun + minutes * MINUTE_MS) as Instant;
    return incident(
      [
        entry('detected', begun),
        entry('escalated', later(1), { to: DAD, via }),
        ...(via === 'page' && nightsAgo < 4 ? [entry('delivered', later(1), { to: DAD })] : []),
        isUp ? entry('acknowledged', later(3), { by: DAD }) : entry('noResponse', later(2), { by: DAD }),
        entry('resolved', later(10)),
      ],
      { id: `${via} ${nightsAgo}` },
    );
  };
  const fiveNights = [0, 1, 2, 3, 4];
  const elbows = fiveNights.map((ago) => called(ago, 21, 'voice', ago < 1));
  const pages = fiveNights.map((ago) => called(ago, 23, 'page', ago < 3));

  it.each([
    ['en', 'Dad wakes for 20% of the elbows and 60% of the pages. Dad’s phone rang for 4 of 5 pages.'],
    [
      'fr',
      'Dad se réveille pour 20 % des coups de coude et 60 % des bips. Le téléphone de Dad a sonné pour 4 bips sur 5.',
    ],
  ] as const)('tells elbows from pages in words (%s)', async (language, sentence) => {
    await openDashboard({ incidents: [...elbows, ...pages] }, language);
    expect((await card('escalations')).text).toContain(sentence);
  });

  it('tells them apart in the table and in the bars', async () => {
    await openDashboard({ incidents: [...elbows, ...pages] });
    await screen.findAllByRole('rowheader', { name: 'Dad', hidden: true });
    const { element, table, figure } = await card('escalations');
    expect(figure).toBe('40%');
    expect(table).toEqual([
      ['Who', 'Elbows', 'Pages', 'Phone rang', '“I can’t”', 'Until up, median'],
      ['Dad', '20% (1/5)', '60% (3/5)', '4/5', '0', '2 min'],
    ]);
    const bars = [...element.querySelectorAll<HTMLElement>('[data-few]')];
    expect(bars.map(({ textContent, dataset }) => [textContent, dataset.few])).toEqual([
      ['Dad, elbow1 / 5', 'false'],
      ['Dad, page3 / 5', 'false'],
    ]);
  });

  it('counts out and mutes what has fewer than five cases', async () => {
    await openDashboard({ incidents: [...elbows, ...pages.slice(0, 1)] });
    const { element, text } = await card('escalations');
    expect(text).toContain('Dad wakes for 20% of the elbows and 1 of 1 page.');
    expect([...element.querySelectorAll<HTMLElement>('[data-few]')].map(({ dataset }) => dataset.few)).toEqual([
      'false',
      'true',
    ]);
  });

  it('says nothing of elbows where there were pages alone', async () => {
    await openDashboard({ incidents: pages });
    expect((await card('escalations')).text).toContain('Dad wakes for 60% of the pages.');
  });
});

describe('with many wake-ups', () => {
  const many = Array.from({ length: 6 }, (_, ago) => wake(`w${ago}`, ago, 10 + 10 * ago));

  it('shows every card in the order of the questions, with a pattern of six nights with a wake-up at ten', async () => {
    await openDashboard({ incidents: many });
    await card('debt');
    expect([...document.querySelectorAll<HTMLElement>('[data-card]')].map(({ dataset }) => dataset.card)).toEqual(
      CARDS,
    );
  });

  it('shows the computed figures in the sentences of the cards', async () => {
    await openDashboard({ incidents: many });
    // The recoveries are 10, 20, … 60 minutes: the median is 35, and the 90th percentile is half
    // way from 50 to 60.
    expect(await card('recovery')).toMatchObject({ figure: '35 min', few: false });
    expect((await card('recovery')).text).toContain(
      'Half of 6 recoveries took at most 35 min; one in ten took more than 55 min.',
    );
    // The child was awake for 210 of 6 × 660 minutes.
    expect((await card('sleep')).figure).toBe('94.7%');
    expect((await card('sleep')).text).toContain('3 h 30 awake in 6 logged nights; the objective grants 6 h 36.');
    expect((await card('fatigue')).text).toContain(
      'Mum was up 6 times, at worst once in one night; never over the limit.',
    );
    expect((await card('load')).figure).toBe('Mum 100%');
    expect((await card('escalations')).text).toContain('Dad wakes for 0% of 6 alerts.');
    expect((await card('causes')).text).toContain('Most often: Hunger, 100% of 6 wake-ups.');
    expect((await card('remedies')).figure).toBe('Feed');
    expect((await card('hours')).figure).toBe('22:00 – 23:00');
    expect((await card('weaning')).figure).toBe('0%');
  });

  it('shows a table line for each night, and marks the nights that nobody logged', async () => {
    await openDashboard({ incidents: many });
    // The rows of the tables are rendered after the charts.
    await screen.findAllByRole('rowheader', { name: '16 Nov', hidden: true });
    expect((await card('recovery')).table).toEqual([
      ['Night', 'Recoveries', 'Median', 'Mean', '90 %'],
      ['10 Nov', 'not logged', '–', '–', '–'],
      ['11 Nov', '1', '1 h 00', '1 h 00', '1 h 00'],
      ['12 Nov', '1', '50 min', '50 min', '50 min'],
      ['13 Nov', '1', '40 min', '40 min', '40 min'],
      ['14 Nov', '1', '30 min', '30 min', '30 min'],
      ['15 Nov', '1', '20 min', '20 min', '20 min'],
      ['16 Nov', '1', '10 min', '10 min', '10 min'],
    ]);
  });

  it('compares a figure with as many nights before, and shows whether it is better', async () => {
    const before = Array.from({ length: 6 }, (_, ago) => wake(`b${ago}`, 7 + ago, 20 + 10 * ago));
    await openDashboard({ incidents: [...many, ...before] });
    expect((await card('recovery')).text).toContain('35 min10 min less ↓ · better');
    expect((await card('sleep')).text).toContain('94.7%1.5 points more ↑ · better');
  });

  it('shows that a figure has no nights before to be compared with', async () => {
    await openDashboard({ incidents: many });
    expect((await card('recovery')).text).toContain('nothing to compare with');
  });

  it('shows the comparison in French', async () => {
    await openDashboard({ incidents: many }, 'fr');
    expect((await card('recovery')).text).toContain(
      'La moitié des 6 rétablissements a pris 35 min maximum ; un sur dix a dépassé 55 min.',
    );
    expect((await card('hours')).figure).toBe('22 h – 23 h');
  });
});

describe('is it getting better?', () => {
  const nights = (count: number, minutes: number, from = 0) =>
    Array.from({ length: count }, (_, ago) => wake(`${from + ago}`, from + ago, minutes));
  const answer = async () =>
    ((await card('key')).element.querySelector(':scope > p')?.textContent ?? '').replace(/\s/g, ' ');
  const keyFigure = async (name: string) => {
    const { element } = await card('key');
    return (element.querySelector(`[data-figure="${name}"] dd`)?.textContent ?? '').replace(/\s/g, ' ');
  };

  it('is answered in one sentence, with the four figures that carry it and their changes', async () => {
    await openDashboard({ incidents: [...nights(7, 10), ...nights(7, 13, 7)] });
    expect(await answer()).toBe('Better than the week before: back to sleep in 10 min, 3 min less.');
    expect(await keyFigure('mttr')).toBe('10 min3 min less ↓ · better');
    expect(await keyFigure('wakeUps')).toBe('1as before');
    // Quiet from 22:10 to 7:00, and before from 22:13.
    expect(await keyFigure('longest')).toBe('8 h 503 min more ↑ · better');
    // 10 and 13 of 660 minutes are 1.5 % and 2 %.
    expect(await keyFigure('availability')).toBe('98.5%0.5 points more ↑ · better');
  });

  it('is answered in French', async () => {
    await openDashboard({ incidents: [...nights(7, 13), ...nights(7, 10, 7)] }, 'fr');
    expect(await answer()).toBe('Moins bien que la semaine d’avant : ça redort en 13 min, 3 min de plus.');
  });

  it('is not answered from a few nights, and the figures say how few', async () => {
    await openDashboard({ incidents: nights(3, 10) });
    expect(await answer()).toBe('Too early to say: 3 nights logged so far.');
    expect(await keyFigure('availability')).toBe('98.5%3 nights: too few');
    expect(await keyFigure('mttr')).toBe('10 min3 cases: too few');
  });

  it('is not compared with a few nights', async () => {
    await openDashboard({ incidents: [...nights(7, 10), ...nights(4, 40, 7)] });
    expect(await answer()).toBe('Too few nights before to compare with: back to sleep in 10 min.');
    expect(await keyFigure('mttr')).toBe('10 min');
    expect((await card('recovery')).text).toContain('nothing to compare with');
  });

  it('calls one bad night the last one, and counts several', async () => {
    // 90 of 660 minutes are more than the tenth that the objective leaves.
    await openDashboard({ incidents: nights(1, 90) });
    expect((await card('key')).text).toContain('The last one was bad.');
    cleanup();
    await openDashboard({ incidents: nights(2, 90) }, 'fr');
    expect((await card('key')).text).toContain('Les 2 dernières étaient mauvaises.');
  });
});

describe('a chart of many nights', () => {
  const marks = async (name: string) => (await card(name)).element.querySelectorAll('[data-mark]');
  const choose = async (name: string) => {
    const chip = await screen.findByRole('button', { name });
    fireEvent.click(chip);
  };

  it('draws one line over the nights instead of a bar for each', async () => {
    await openDashboard({ incidents: Array.from({ length: 84 }, (_, ago) => wake(`${ago}`, ago, 10)) });
    expect(await marks('recovery')).toHaveLength(7);
    await choose('12 weeks');
    await waitFor(async () => expect([...(await marks('recovery'))]).toHaveLength(1));
    expect((await card('recovery')).text).toContain('each nightmedian of 7');
    // Put off, paid, and what is left are sums, of which there is no median.
    expect((await card('debt')).text).not.toContain('median of 7');
  });

  it('of a year begins with the first logged night, if that is more than four weeks after its beginning', async () => {
    await openDashboard({ incidents: [wake('first', 60, 10), wake('last', 0, 10)] });
    await choose('A year');
    const steps = async () =>
      (await card('recovery')).element.querySelector<HTMLElement>('[data-steps]')?.dataset.steps;
    // From the night sixty nights ago to the last one.
    await waitFor(async () => expect(await steps()).toBe('61'));
    await waitFor(async () => expect((await card('recovery')).table).toHaveLength(62));
  });
});

describe('the menus', () => {
  it('say what is chosen, and close after a choice and with Escape', async () => {
    const { user } = await openDashboard({ incidents: [wake('a', 0, 10)] });
    await card('key');
    const menu = document.querySelector<HTMLDetailsElement>('[data-menu="span"]');
    const summary = menu?.querySelector('summary');
    if (!menu || !summary) throw new Error('no menu');
    expect(summary).toHaveTextContent('How far back: 7 nights');
    await user.click(summary);
    expect(menu.open).toBe(true);
    await user.click(screen.getByRole('button', { name: '4 weeks' }));
    expect(menu.open).toBe(false);
    await waitFor(() => expect(summary).toHaveTextContent('How far back: 4 weeks'));
    await user.click(summary);
    await user.keyboard('{Escape}');
    expect(menu.open).toBe(false);
    expect(summary).toHaveFocus();
    await user.click(summary);
    await user.click(document.body);
    expect(menu.open).toBe(false);
  });

  it('of a card have its explanation, its picture and its table', async () => {
    await openDashboard({ incidents: [wake('a', 0, 10)] });
    const menu = (await card('recovery')).element.querySelector('details');
    if (!menu) throw new Error('no menu');
    expect(menu.querySelector('summary')).toHaveTextContent('More about “How fast do we recover?”');
    expect(menu.querySelector('p')).toHaveTextContent(/^MTTR, the time to recovery/);
    expect(within(menu).getByRole('button', { name: /^Save as a picture/ })).toBeInTheDocument();
    expect(within(menu).getByRole('table', { name: 'How fast do we recover?' })).toBeInTheDocument();
  });
});

describe('the number of interventions until a caregiver stops responding', () => {
  it('shows the median with its number of nights, and names a caregiver who always woke', async () => {
    await openDashboard({ incidents: Array.from({ length: 6 }, (_, ago) => wake(`w${ago}`, ago, 10)) });
    const { element } = await card('fatigue');
    expect(listed(element)).toEqual([
      'Dad.exe didn’t hear the first call. Median of 6 nights.',
      'Mum.exe has not stopped responding yet.',
    ]);
  });

  it('mutes a figure from fewer than five nights, for any number of interventions', async () => {
    // Dad got up at 20:00 and 21:00, and no longer at 22:00.
    const dadUp = [20, 21].map((hour) => {
      const begun = at(`2026-11-16 ${hour}:00`);
      return incident(
        [entry('detected', begun), entry('acknowledged', begun, { by: DAD }), entry('resolved', begun, { by: DAD })],
        { id: `dad ${hour}` },
      );
    });
    await openDashboard({ incidents: [...dadUp, ...[0, 1, 2].map((ago) => wake(`w${ago}`, ago, 10))] });
    const { element, few } = await card('fatigue');
    expect(few).toBe(false);
    // He stopped after 2 interventions in one night and after 0 in two nights, so the median is 0.
    expect(listed(element)[0]).toBe('Dad.exe didn’t hear the first call. Only 3 cases: too few to say.');
    expect(element.querySelectorAll('li[data-few="true"]')).toHaveLength(1);
  });

  it('shows the capacity of each caregiver in French', async () => {
    await openDashboard({ incidents: [wake('a', 0, 10)] }, 'fr');
    expect(listed((await card('fatigue')).element)).toEqual([
      'Dad.exe n’a pas entendu le premier appel. Un seul cas : trop peu pour conclure.',
      'Mum.exe répond toujours.',
    ]);
  });
});

const listed = (element: Element): string[] =>
  [...element.querySelectorAll('ul:not([aria-hidden]) li')].map((line) =>
    [...line.childNodes].map(({ textContent }) => textContent?.replace(/\s/g, ' ')).join(' '),
  );

describe('the planned load', () => {
  it('says the load as points above the plan, and what it is made of for every caregiver', async () => {
    const rotation = { anchor: day('2026-11-16'), slots: [{ primary: DAD, secondary: null, handoverAt: null }] };
    await openDashboard({ household: household({ rotation }), incidents: [wake('a', 0, 10)] });
    const { figure, text } = await card('load');
    expect(figure).toBe('Mum +100 points');
    expect(text).toContain('Mum carries 100% of the interventions, against 0% of the hours on call as planned.');
    expect(text).toContain('Dad carries 0% of the interventions, against 100% of the hours on call as planned.');
    expect(text).toContain('Fairness 50%');
  });

  it('shows that there is no planned load without a rota', async () => {
    await openDashboard({ incidents: [wake('a', 0, 10)] });
    expect((await card('load')).text).toContain('Mum carries 100% of the interventions. No rota says who should.');
  });
});

describe('the runbooks', () => {
  const runbook = (id: string, name: string, more = {}) => ({
    id,
    updatedAt: now,
    deletedAt: null,
    name,
    trigger: 'standard' as const,
    steps: [],
    ...more,
  });
  const followed = (runbookId: string | null, id: string, nightsAgo: number, minutes: number) => ({
    ...wake(id, nightsAgo, minutes),
    runbookId,
  });
  const rows = async () => {
    await screen.findAllByRole('rowheader', { name: 'Without a runbook', hidden: true });
    return (await card('runbooks')).table.slice(1);
  };

  it('counts runbooks with their results, and names a deleted one and an unknown one', async () => {
    await openDashboard({
      runbooks: [runbook('standard', 'Standard'), runbook('old', 'Old ways', { deletedAt: now })],
      incidents: [
        ...[0, 1, 2, 3, 4].map((ago) => followed('standard', `s${ago}`, ago, 10 + ago)),
        followed('old', 'o', 5, 20),
        followed('never-seen', 'n', 6, 30),
        followed(null, 'x', 6, 40),
      ],
    });
    const { figure, few, text } = await card('runbooks');
    expect({ figure, few }).toEqual({ figure: 'Standard', few: false });
    expect(text).toContain(
      'Most often: Standard, 62.5% of 8 wake-ups. 100% of those ended asleep, half of them within 12 min.',
    );
    expect(await rows()).toEqual([
      ['Standard', '5', '100%', '12 min'],
      ['A runbook that is gone', '1', '100%', '30 min'],
      ['Old ways', '1', '100%', '20 min'],
      ['Without a runbook', '1', '100%', '40 min'],
    ]);
  });

  it('shows two runbooks with the same name as two rows', async () => {
    const incidents = [followed('a', 'a', 0, 10), followed('b', 'b', 1, 20), followed(null, 'c', 2, 30)];
    await openDashboard({ runbooks: [runbook('a', 'Twin'), runbook('b', 'Twin')], incidents });
    expect((await rows()).map(([name]) => name)).toEqual(['Twin', 'Twin', 'Without a runbook']);
  });

  it('shows no figure if nobody followed a runbook', async () => {
    await openDashboard({ incidents: [wake('a', 0, 10)] });
    const { figure, text } = await card('runbooks');
    expect(figure).toBe('–');
    expect(text).toContain('No runbook was followed.');
  });
});

describe('double incidents', () => {
  const both = [wake('leo', 0, 30), { ...wake('zoe', 0, 20), id: 'zoe', childId: ZOE }];

  it('counts double incidents, with their total time', async () => {
    await openDashboard({ incidents: both });
    const { figure, text, few } = await card('double');
    expect({ figure, few }).toEqual({ figure: 'Once', few: true });
    expect(text).toContain('At least two children were awake at once: 20 min in all.');
  });

  it('shows “never” if there were no double incidents', async () => {
    await openDashboard({ incidents: [wake('a', 0, 10)] });
    expect(await card('double')).toMatchObject({ figure: 'Never two at once' });
  });

  it('shows no card of double incidents if one child is chosen', async () => {
    const { user } = await openDashboard({ incidents: both });
    await card('double');
    await user.click(screen.getByRole('button', { name: 'Zoé' }));
    await waitFor(() => expect(document.querySelector('[data-card="double"]')).toBeNull());
  });
});

describe('patience', () => {
  // Mum was up from 22:03 to 23:30, which costs 4 for the intervention and 0.5 for each of 87
  // minutes, but at most 40 for the minutes. Seven hours of sleep give 56.
  const long = wake('a', 0, 90);
  const patienceText = async () => (await card('patience')).text;

  it('shows that patience is a game, and counts the sleep of the night', async () => {
    await openDashboard({ incidents: [long], nights: [nightRow({ morningAt: tonightAt('01:45') })] });
    // By 01:30 she has slept two hours: 60 and 16.
    expect(await patienceText()).toContain('Mum 76 / 100');
    expect(await patienceText()).toContain('A game, not a figure.');
  });

  it('counts the naps in the patience', async () => {
    const nap = { id: 'nap', updatedAt: now, deletedAt: null, caregiverId: MUM };
    await openDashboard({
      incidents: [long],
      nights: [nightRow({ morningAt: tonightAt('01:45') })],
      naps: [{ ...nap, startedAt: tonightAt('08:00'), endedAt: tonightAt('08:40') }],
    });
    // A nap of 40 minutes gives 10.
    expect(await patienceText()).toContain('Mum 86 / 100');
  });
});

describe('the cost of illness', () => {
  const nightsAgo = (night: number) => `2026-11-${16 - night}`;
  /**
   * Léo is the only child, with two wake-ups in each of the last six nights and one in each of the
   * six before.
   */
  const twelve = Array.from({ length: 12 }, (_, ago) =>
    ago < 6 ? [wake(`a${ago}`, ago, 10), wake(`b${ago}`, ago, 10, 23)] : [wake(`a${ago}`, ago, 10)],
  ).flat();
  const openMonth = async (content: Partial<HouseholdLog>, language: 'en' | 'fr' = 'en') => {
    const opened = await openDashboard({ children: [leo], incidents: twelve, ...content }, language);
    await card('illness');
    await opened.user.click(screen.getByRole('button', { name: language === 'en' ? '4 weeks' : '4 semaines' }));
    await waitFor(async () => expect((await card('raster')).table).toHaveLength(29));
    return opened;
  };

  it('shows the wake-ups per night with and without an illness, with the number of nights of each kind', async () => {
    await openMonth({ episodes: [illnessEpisode(nightsAgo(5), null)] });
    // 12 wake-ups in 6 nights, and 6 in 6.
    expect(await card('illness')).toMatchObject({
      figure: '+1 a night',
      few: false,
      table: [
        ['Which nights', 'Wake-ups a night', 'How many'],
        ['Ill', '2', '6'],
        ['Well', '1', '6'],
      ],
    });
    expect((await card('illness')).text).toContain('Wake-ups a night: 2 when ill (6 nights), 1 when well (6 nights).');
  });

  it('mutes the cost of illness with fewer than five nights of a kind, and shows it in French', async () => {
    await openMonth({ episodes: [illnessEpisode(nightsAgo(3), null)] }, 'fr');
    // 8 wake-ups in 4 nights; 4 + 6 in 8 nights.
    const found = await card('illness');
    expect(found).toMatchObject({ figure: '+0,8 par nuit', few: true });
    expect(found.text).toContain('Réveils par nuit : 2 en cas de maladie (4 nuits), 1,3 sinon (8 nuits).');
    expect(found.element.querySelectorAll('[data-few="true"]')).toHaveLength(1);
  });

  it('shows a sentence if nobody was ill, and another one if somebody always was', async () => {
    await openMonth({});
    expect((await card('illness')).text).toContain('Nobody was ill.');
    cleanup();
    await openMonth({ episodes: [illnessEpisode('2026-10-01', null)] });
    expect(await card('illness')).toMatchObject({ figure: '–', few: true });
    expect((await card('illness')).text).toContain('Ill in every night that was logged. Wake-ups a night: 1.5,');
  });

  it('counts a night once for each of two children, and once if one child is chosen', async () => {
    const { user } = await openMonth({ children: [leo, zoe], episodes: [illnessEpisode(nightsAgo(5), null)] });
    // Léo's six wake-ups, and Zoé's twelve well nights.
    expect((await card('illness')).text).toContain('0.3 when well (18 nights). It compares nights; it knows nothing');
    expect((await card('illness')).text).toContain('A night counts once for each child.');
    await user.click(screen.getByRole('button', { name: 'Léo' }));
    await waitFor(async () => expect((await card('illness')).text).toContain('1 when well (6 nights)'));
  });
});

describe('illnesses behind the charts', () => {
  const CHARTS = ['raster', 'recovery', 'sleep', 'fatigue', 'weaning', 'debt'];
  const fed = Array.from({ length: 6 }, (_, ago) => wake(`w${ago}`, ago, 10 + ago));
  const chore = { id: 'laundry', updatedAt: now, deletedAt: null, title: 'Laundry', effortMinutes: 30, paidAt: null };
  const logOf = (episodes: HouseholdLog['episodes']) => ({
    incidents: fed,
    chores: [{ ...chore, deferredAt: at('2026-11-14 22:00') }],
    episodes,
  });
  const cold = illnessEpisode('2026-11-12', '2026-11-14');
  const ear = illnessEpisode('2026-11-14', null, { id: 'ear', label: '', kind: 'ear' });
  const zoes = illnessEpisode('2026-11-13', '2026-11-13', {
    id: 'zoe',
    label: 'Vaccine',
    kind: 'vaccine',
    childId: ZOE,
  });

  it.each(CHARTS)(
    'are named in the chart %s: two of one child at once, one without an end, another child’s',
    async (name) => {
      await openDashboard(logOf([cold, ear, zoes]));
      const { text } = await card(name);
      for (const label of ['Cold · Léo', 'Ear · Léo', 'Vaccine · Zoé']) expect(text).toContain(label);
    },
  );

  it('shows only the illnesses of the chosen child', async () => {
    const { user } = await openDashboard(logOf([cold, ear, zoes]));
    await card('raster');
    await user.click(screen.getByRole('button', { name: 'Léo' }));
    for (const name of CHARTS) {
      await waitFor(async () => expect((await card(name)).text).not.toContain('Vaccine'));
      expect((await card(name)).text).toContain('Ear');
    }
  });

  it('labels each illness “illness” if there are more than three', async () => {
    const many = Array.from({ length: 4 }, (_, index) => illnessEpisode('2026-11-12', null, { id: `${index}` }));
    await openDashboard(logOf(many));
    for (const name of CHARTS) {
      const { text } = await card(name);
      expect(text).toContain('illness');
      expect(text).not.toContain('Cold');
    }
  });
});

describe('the debt', () => {
  const chore = (id: string, effortMinutes: number, deferredAt: string, paidAt: string | null) => ({
    id,
    updatedAt: now,
    deletedAt: null,
    title: id,
    effortMinutes,
    deferredAt: at(deferredAt),
    paidAt: paidAt === null ? null : at(paidAt),
  });

  it('shows the debt from night to night, with a link to the chores', async () => {
    const chores = [
      chore('of before', 20, '2026-11-01 21:00', null),
      chore('paid', 45, '2026-11-14 21:00', '2026-11-16 15:00'),
      chore('of last night', 10_000, '2026-11-17 03:00', null),
    ];
    await openDashboard({ incidents: [wake('a', 0, 10)], chores });
    // The rows of the table are rendered after the chart.
    const { element } = await card('debt');
    await within(element).findByRole('rowheader', { name: '16 Nov', hidden: true });
    const { figure, table, text } = await card('debt');
    // The debt is 10,020 minutes.
    expect(figure).toBe('167 h');
    expect(table.slice(0, 1)).toEqual([['Night', 'Put off', 'Paid', 'Outstanding']]);
    expect(table.slice(-3)).toEqual([
      ['14 Nov', '45 min', '0 min', '1 h 05'],
      ['15 Nov', '45 min', '0 min', '1 h 05'],
      ['16 Nov', '167 h', '45 min', '167 h'],
    ]);
    expect(text).toContain('Burn-up: put off and paid, added up');
    expect(element.querySelectorAll('[data-steps]')).toHaveLength(2);
    expect(within(element).getByRole('link')).toHaveAttribute('href', '#/household/chores');
  });

  it('shows the link to the chores without any chore, and a link from patience to the naps', async () => {
    await openDashboard({ incidents: [wake('long ago', 40, 20)] });
    const link = async (name: string) =>
      within((await card(name)).element)
        .getByRole('link')
        .getAttribute('href');
    expect([await link('debt'), await link('patience')]).toEqual(['#/household/chores', '#/household/naps']);
  });
});

describe('weaning', () => {
  const withGoal = household({ objectives: { mttrMinutes: 20, availability: 0.9, fatigueLimit: 5, weaning: 0.6 } });
  /** A recovery `nightsAgo` nights before the last one; with the feed of `wake`, or without. */
  const recovery = (nightsAgo: number, hour: number, fed: boolean) => {
    const one = wake(`${nightsAgo} ${hour}`, nightsAgo, 10, hour);
    return { ...one, timeline: one.timeline.filter(({ kind }) => fed || kind !== 'remedy') };
  };
  // In the last seven nights two of five recoveries were without a feed; four weeks earlier one of
  // two; and in between all.
  const incidents = [
    ...[0, 1].map((ago) => recovery(ago, 22, false)),
    ...[2, 3, 4].map((ago) => recovery(ago, 22, true)),
    ...[10, 11, 12].map((ago) => recovery(ago, 22, false)),
    recovery(28, 22, false),
    recovery(29, 22, true),
  ];
  const weaningText = async () => (await card('weaning')).text;

  it('shows weaning in weeks, with the distance to the household’s own goal', async () => {
    const { user } = await openDashboard({ household: withGoal, incidents });
    expect(await weaningText()).toContain(
      '40% of 5 recoveries needed no feed. Four weeks before it was 50% (of 2). ' +
        'Your goal of 60% is 20 points away, and in no hurry.',
    );
    // Over four weeks the figure is for the whole range, and the sentence still says how far the
    // last week is.
    await user.click(screen.getByRole('button', { name: '4 weeks' }));
    await waitFor(async () =>
      expect(await weaningText()).toContain(
        '62.5% of 8 recoveries needed no feed. The last seven nights: 40%; four weeks before: 50% (of 2). ' +
          'Your goal of 60% is 20 points away, and in no hurry.',
      ),
    );
  });

  it('shows that one child reached the goal, and no share for weeks without a recovery', async () => {
    const zoe = { ...recovery(0, 23, false), childId: ZOE };
    const { user } = await openDashboard({ household: withGoal, incidents: [...incidents, zoe] });
    await card('weaning');
    await user.click(screen.getByRole('button', { name: 'Zoé' }));
    await waitFor(async () => expect(await weaningText()).toContain('100% of 1 recovery needed no feed.'));
    expect(await weaningText()).toContain('Your goal of 60% is reached.');
    expect(await weaningText()).not.toContain('Four weeks before');
  });

  it('shows no weaning goal if the household has none', async () => {
    await openDashboard({ incidents });
    expect(await weaningText()).not.toContain('goal');
  });

  it('shows weaning in French', async () => {
    await openDashboard({ household: withGoal, incidents }, 'fr');
    expect(await weaningText()).toContain(
      'Quatre semaines plus tôt, c’était 50 % (sur 2). Votre but de 60 % est à 20 points, et rien ne presse.',
    );
  });
});

describe('the range', () => {
  const nights = [wake('new', 0, 10), wake('old', 10, 50)];

  it('moves the range back and forward by its own length, and not beyond tonight', async () => {
    const { user } = await openDashboard({ incidents: nights });
    expect((await card('recovery')).figure).toBe('10 min');
    expect(screen.getByRole('button', { name: '7 nights forward' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: '7 nights back' }));
    expect(await screen.findByText(/^3\s?–\s?9 Nov$/)).toBeInTheDocument();
    await waitFor(async () => expect((await card('recovery')).figure).toBe('50 min'));
    await user.click(screen.getByRole('button', { name: '7 nights forward' }));
    await waitFor(async () => expect((await card('recovery')).figure).toBe('10 min'));
  });

  it('lengthens the range with one tap', async () => {
    const { user } = await openDashboard({ incidents: nights });
    await card('recovery');
    await user.click(screen.getByRole('button', { name: '4 weeks' }));
    await waitFor(async () => expect((await card('recovery')).figure).toBe('30 min'));
  });

  it('shows one child if that child is chosen', async () => {
    const both = [wake('leo', 0, 10), { ...wake('zoe', 1, 40), childId: ZOE }];
    const { user } = await openDashboard({ incidents: both });
    expect((await card('recovery')).figure).toBe('25 min');
    await user.click(screen.getByRole('button', { name: 'Zoé' }));
    await waitFor(async () => expect((await card('recovery')).figure).toBe('40 min'));
    expect((await card('causes')).text).toContain('1 wake-up');
  });

  it('changes the range by two typed days; an incomplete day changes nothing', async () => {
    const { user } = await openDashboard({ incidents: nights });
    await card('recovery');
    await user.click(screen.getByRole('button', { name: 'From … to' }));
    const from = await screen.findByLabelText('From');
    await user.clear(from);
    expect((await card('recovery')).figure).toBe('10 min');
    await user.type(from, '2026-11-05');
    await waitFor(async () => expect((await card('recovery')).figure).toBe('30 min'));
    await user.clear(from);
    await user.type(from, '2027-01-01');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'A day from Wednesday, 16 November 2016 to Monday, 16 November 2026.',
    );
    expect((await card('recovery')).figure).toBe('30 min');
  });
});

describe('a day of the range that is half typed', () => {
  const openCustomRange = async () => {
    const { user } = await openDashboard({ incidents: [wake('last night', 0, 10)] });
    await card('recovery');
    await user.click(screen.getByRole('button', { name: 'From … to' }));
    return { user, from: await screen.findByLabelText('From') };
  };

  it('changes nothing and shows no error while the year has fewer than four digits', async () => {
    const { from } = await openCustomRange();
    fireEvent.change(from, { target: { value: '0202-11-01' } });
    expect((await card('recovery')).figure).toBe('10 min');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each(['0202-11-01', '1969-12-31', '2200-01-01', '9999-12-31'])(
    'shows which days can be chosen when the field is left with %s, and changes nothing',
    async (typed) => {
      const { user, from } = await openCustomRange();
      from.focus();
      fireEvent.change(from, { target: { value: typed } });
      await user.tab();
      expect(await screen.findByRole('alert')).toHaveTextContent(/^A day from /);
      expect((await card('recovery')).figure).toBe('10 min');
    },
  );
});

describe('extreme nights', () => {
  it('shows an overspent error budget for a night with forty wake-ups', async () => {
    const forty = Array.from({ length: 40 }, (_, index) => {
      const begun = (at('2026-11-16 20:00') + index * 15 * MINUTE_MS) as Instant;
      return incident([entry('detected', begun), entry('resolved', (begun + 10 * MINUTE_MS) as Instant)], {
        id: `w${index}`,
      });
    });
    await openDashboard({ incidents: forty });
    expect((await card('last-night')).figure).toBe('40 wake-ups');
    expect((await card('sleep')).text).toContain('The error budget is overspent');
    const { element } = await card('sleep');
    // The child was awake for 400 of 660 minutes. The objective allows 66, so the budget is
    // overspent by five times as much.
    expect(within(element).getByText('−506.1%')).toBeInTheDocument();
  });

  it('shows a night with only a bedtime as quiet, and draws the charts with an illness without an end', async () => {
    await openDashboard({
      household: household({ objectives: { mttrMinutes: 20, availability: 1, fatigueLimit: 5, weaning: 0.5 } }),
      nights: [nightRow({ bedtimeAt: tonightAt('20:30') })],
      episodes: [
        illnessEpisode('2026-11-01', null),
        illnessEpisode('2026-11-14', null, { id: 'ear', label: '', kind: 'ear' }),
      ],
    });
    expect((await card('last-night')).text).toContain('Don’t tell anyone.');
    expect((await card('sleep')).figure).toBe('100%');
  });
});
