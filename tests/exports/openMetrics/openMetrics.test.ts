import { describe, expect, it } from 'vitest';
import { FAMILIES } from '@/exports/openMetrics/families';
import { formatOpenMetrics } from '@/exports/openMetrics/openMetrics';
import { DAD, entry, incident, leo, MUM, mum, nightRow, tonightAt, zoe } from '../../support/factories';
import { logWith, NEXT_MORNING, selfSettledIncident } from '../../support/metrics';

/* The night of the examples in docs/metrics.md, as Prometheus reads it. */

const NIGHT = {
  children: [leo],
  nights: [nightRow({ onCall: { primary: DAD, secondary: MUM, handoverAt: null } })],
  incidents: [
    selfSettledIncident('23:00', 25),
    incident(
      [
        entry('detected', '02:43'),
        entry('escalated', '02:44', { to: DAD }),
        entry('noResponse', '02:46', { by: DAD }),
        entry('acknowledged', '02:47', { by: MUM }),
        entry('remedy', '02:48', { by: MUM, remedy: 'feed' }),
        entry('resolved', '03:03', { by: MUM }),
      ],
      { id: 'first', causeId: 'hunger' },
    ),
    incident(
      [
        entry('detected', '03:50'),
        entry('acknowledged', '03:52', { by: MUM }),
        entry('remedy', '03:55', { by: MUM, remedy: 'diaper' }),
        entry('resolved', '04:00', { by: MUM }),
      ],
      { id: 'second' },
    ),
  ],
};

const linesOf = (text: string) => text.split('\n');
const samplesOf = (text: string, name: string) => linesOf(text).filter((line) => line.startsWith(`${name}{`));

describe('the example night as OpenMetrics', () => {
  const text = formatOpenMetrics(logWith(NIGHT), NEXT_MORNING, 'names');

  it('has the figures of the document, in seconds and ratios', () => {
    const lines = linesOf(text);
    for (const line of [
      'infernalops_nights_observed{window="28d"} 1',
      'infernalops_incidents{window="1d"} 2',
      'infernalops_child_incidents{window="7d",child="Léo"} 2',
      'infernalops_false_alarms{window="7d"} 1',
      // 20 and 10 minutes: median 15, p90 19.
      'infernalops_mttr_seconds{window="7d",stat="median"} 900',
      'infernalops_mttr_seconds{window="7d",stat="p90"} 1140',
      'infernalops_mttr_incidents{window="7d"} 2',
      'infernalops_mtta_seconds{window="7d",stat="p90"} 228',
      'infernalops_time_between_incidents_seconds{window="1d",stat="mean"} 2820',
      // A tenth of 660 minutes; 25 s, 20 min and 10 min of it are spent.
      'infernalops_error_budget_seconds{window="1d"} 3960',
      'infernalops_error_budget_spent_seconds{window="1d"} 1825',
      'infernalops_availability_objective_ratio 0.9',
      'infernalops_interventions{window="7d",caregiver="Mum"} 2',
      'infernalops_escalations{window="7d",caregiver="Dad",via="voice",reply="unanswered"} 1',
      'infernalops_capacity_interventions{window="7d",caregiver="Dad"} 0',
      'infernalops_incidents_by_cause{window="1d",cause="hunger"} 1',
      'infernalops_remedy_held_ratio{window="1d",remedy="feed"} 0',
      'infernalops_remedy_recovery_seconds{window="1d",remedy="feed",stat="median"} 900',
      'infernalops_incidents_per_child_night{window="1d",illness="outside"} 2',
      'infernalops_patience_ratio{caregiver="Mum"} 1',
      'infernalops_incident_open{child="Léo"} 0',
    ])
      expect(lines).toContain(line);
    expect(text.endsWith('\n# EOF\n')).toBe(true);
  });

  it('has no sample of what is not known', () => {
    // Mum was never unable to come, nobody was ill, and nobody was paged.
    expect(samplesOf(text, 'infernalops_capacity_interventions')).not.toContainEqual(expect.stringContaining('Mum'));
    expect(text).not.toContain('illness="during"');
    expect(text).not.toContain('infernalops_pages');
    expect(text).not.toContain('infernalops_incident_open_since');
  });
});

it('of a log in which nothing was logged, only says so, and what the household aims at', () => {
  const names = linesOf(formatOpenMetrics(logWith({}), NEXT_MORNING, 'names'))
    .filter((line) => !line.startsWith('#') && line !== '')
    .map((line) => line.replace(/ .*$/, ''));
  expect(new Set(names.map((name) => name.replace(/\{.*$/, '')))).toEqual(
    new Set([
      'infernalops_nights_observed',
      'infernalops_mttr_objective_seconds',
      'infernalops_availability_objective_ratio',
      'infernalops_incident_open',
      'infernalops_fatigue_limit_interventions',
      'infernalops_patience_ratio',
      'infernalops_technical_debt_seconds',
      'infernalops_technical_debt_accrued_seconds',
      'infernalops_technical_debt_paid_seconds',
    ]),
  );
});

it('says since when a child is awake, until that is forgotten', () => {
  const log = logWith({ children: [leo], incidents: [incident([entry('detected', '02:43')])] });
  const open = formatOpenMetrics(log, tonightAt('03:00'), 'names');
  expect(open).toContain('\ninfernalops_incident_open{child="Léo"} 1\n');
  expect(open).toContain(`_since_timestamp_seconds{child="Léo"} ${tonightAt('02:43') / 1000}\n`);
  // The night is over, and nobody said how it ended.
  expect(formatOpenMetrics(log, NEXT_MORNING, 'names')).toContain('\ninfernalops_incident_open{child="Léo"} 0\n');
});

describe('names in labels', () => {
  const open = incident([entry('detected', '02:43', { by: MUM })]);

  it('are escaped', () => {
    const child = { ...leo, name: 'Zoé "\n\\' };
    const text = formatOpenMetrics(logWith({ children: [child], incidents: [open] }), tonightAt('03:00'), 'names');
    expect(linesOf(text)).toContain('infernalops_incident_open{child="Zoé \\"\\n\\\\"} 1');
  });

  it('get a number if two have the same', () => {
    const children = [leo, { ...zoe, name: 'Léo' }];
    const text = formatOpenMetrics(logWith({ children, incidents: [open] }), tonightAt('03:00'), 'names');
    expect(samplesOf(text, 'infernalops_incident_open')).toEqual([
      'infernalops_incident_open{child="Léo"} 1',
      'infernalops_incident_open{child="Léo_2"} 0',
    ]);
  });

  it('are pseudonyms if that is asked for: no name is in the text then', () => {
    const log = logWith({ ...NIGHT, children: [leo, { ...zoe, birthDate: '2024-05-01' as never }] });
    const text = formatOpenMetrics(log, NEXT_MORNING, 'pseudonyms');
    expect(samplesOf(text, 'infernalops_incident_open')).toEqual([
      // Léo, whose birth date nobody said, comes after Zoé.
      'infernalops_incident_open{child="child_2"} 0',
      'infernalops_incident_open{child="child_1"} 0',
    ]);
    expect(text).toContain(`caregiver="caregiver_${mum.color}"`);
    for (const name of ['Léo', 'Zoé', 'Mum', 'Dad']) expect(text).not.toContain(name);
  });
});

it('names what it measures as OpenMetrics asks', () => {
  const names = FAMILIES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, unit, help, labels } of FAMILIES) {
    expect(name).toMatch(/^infernalops_[a-z]+(_[a-z]+)*$/);
    // Reserved for counters, summaries, histograms and infos: all of these are gauges.
    expect(name).not.toMatch(/_(total|count|sum|bucket|created|info)$/);
    expect(name.endsWith(`_${unit}`)).toBe(unit !== null);
    expect(help).toMatch(/^[A-Z1].*[.]$/);
    expect(help.length).toBeLessThanOrEqual(120);
    for (const label of labels) expect(label).toMatch(/^[a-z]+$/);
  }
});
