import { readFileSync } from 'node:fs';
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus';
import { parser } from '@prometheus-io/lezer-promql';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '@/exports/openMetrics/families';
import { dashboard } from '../../deploy/grafana/dashboard';

/* What Grafana asks for must be there. Its queries are read by Prometheus' own parser. */

/** The labels of each metric; the home server adds one metric of its own. */
const LABELS = new Map<string, readonly string[]>([
  ...FAMILIES.map(({ name, labels }) => [name, labels] as const),
  ['infernalops_published_timestamp_seconds', []],
]);
const VALUES: Readonly<Record<string, RegExp>> = {
  window: /^(\$window|1d|7d|28d)$/,
  stat: /^(mean|median|p90|best)$/,
  reply: /^(answered|unanswered)$/,
  illness: /^(during|outside)$/,
};

interface Selector {
  metric: string;
  matchers: { label: string; value: string }[];
  /** The labels that the aggregation around it keeps. */
  kept: string[];
}

/** Reads a query. Throws at what is no PromQL. */
function selectorsOf(expr: string): Selector[] {
  const selectors: Selector[] = [];
  const kept: string[][] = [];
  const textOf = ({ from, to }: { from: number; to: number }) => expr.slice(from, to);
  parser.parse(expr).iterate({
    enter: (node) => {
      if (node.type.isError) throw new Error(`no PromQL at ${node.from}: ${expr}`);
      if (node.name === 'AggregateExpr') kept.push(textsIn(node.node, 'GroupingLabels', 'LabelName', textOf));
      if (node.name === 'VectorSelector') {
        const matchers = node.node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
        selectors.push({
          metric: textOf(node.node.getChild('Identifier') ?? node),
          matchers: matchers.map((matcher) => ({
            label: textOf(matcher.getChild('LabelName') ?? matcher),
            value: textOf(matcher.getChild('StringLiteral') ?? matcher).replaceAll('"', ''),
          })),
          kept: kept.at(-1) ?? [],
        });
      }
    },
    leave: (node) => {
      if (node.name === 'AggregateExpr') kept.pop();
    },
  });
  return selectors;
}

type Node = ReturnType<typeof parser.parse>['topNode'];
function textsIn(node: Node, list: string, item: string, textOf: (node: Node) => string): string[] {
  return (node.getChild('AggregateModifier')?.getChild(list)?.getChildren(item) ?? []).map(textOf);
}

const panelsOf = (language: 'en' | 'fr') =>
  (dashboard(language).panels ?? []).flatMap((panel) => {
    const targets = ('targets' in panel && panel.targets) || [];
    return targets.map((target) => ({
      title: panel.title ?? '',
      target: target as Dataquery,
    }));
  });

describe.each([
  ['en', 'infernalops.json'],
  ['fr', 'infernalops.fr.json'],
] as const)('the dashboard in %s', (language, file) => {
  const queries = panelsOf(language).map(({ title, target }) => [title, target] as const);

  it('is the file that is imported: npm run grafana writes it', () => {
    expect(readFileSync(`deploy/grafana/${file}`, 'utf8')).toBe(`${JSON.stringify(dashboard(language), null, 2)}\n`);
  });

  it.each(queries)('asks for metrics and labels that are there: %s', (_, { expr, legendFormat = '' }) => {
    const selectors = selectorsOf(expr);
    expect(selectors).not.toEqual([]);
    const shown = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label);
    for (const { metric, matchers, kept } of selectors) {
      const labels = LABELS.get(metric);
      expect(labels, metric).toBeDefined();
      for (const { label, value } of matchers) {
        expect(labels).toContain(label);
        expect(value).toMatch(VALUES[label] ?? /^$/);
      }
      for (const label of kept) expect(labels).toContain(label);
      // What is neither matched nor kept would be mixed into one series. Replies are added up.
      const told = [...matchers.map(({ label }) => label), ...kept];
      expect([...told].sort()).toEqual([...(labels ?? [])].sort());
      for (const label of shown) expect(kept).toContain(label);
    }
  });

  it('takes its data from the source that the reader chooses, and says so where there is none yet', () => {
    const { panels = [], templating } = dashboard(language);
    expect(templating?.list?.map(({ name }) => name)).toEqual(['datasource', 'window']);
    expect(queries.length).toBeGreaterThan(30);
    for (const panel of panels)
      if ('targets' in panel) {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana replaces it.
        expect(panel.datasource?.uid).toBe('${datasource}');
        expect(panel.fieldConfig?.defaults.noValue).toBe(language === 'en' ? 'no data yet' : 'pas encore de données');
      }
  });

  it('has titles that differ, and panels that do not overlap', () => {
    const { panels = [] } = dashboard(language);
    const titles = panels.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    const cells = panels.flatMap(({ gridPos }) =>
      Array.from({ length: (gridPos?.w ?? 0) * (gridPos?.h ?? 0) }, (_, index) => {
        const { x, y, w } = gridPos ?? { x: 0, y: 0, w: 1 };
        return `${x + (index % w)}/${y + Math.floor(index / w)}`;
      }),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { gridPos } of panels) expect((gridPos?.x ?? 0) + (gridPos?.w ?? 0)).toBeLessThanOrEqual(24);
  });
});
