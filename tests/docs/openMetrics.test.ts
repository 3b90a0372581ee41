import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '@/exports/openMetrics/families';

const PAGE = readFileSync('docs/openmetrics.md', 'utf8');

/** The rows of the tables: the name of a metric, and its labels. */
const ROWS = [...PAGE.matchAll(/^\| `(infernalops_\w+)` +\|([^|]*)\|/gm)].map(([, name, labels = '']) => ({
  name,
  labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label),
}));

describe('docs/openmetrics.md', () => {
  it('has a row for each metric, in their order, with its labels', () => {
    expect(ROWS).toEqual(FAMILIES.map(({ name, labels }) => ({ name, labels })));
  });
});
