import { lastStartedNight } from '@/domain/night';
import { isSupportedDay } from '@/domain/rows/fields';
import type { Household } from '@/domain/rows/household';
import type { Language } from '@/i18n/translator';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';
import { EXPORT_OPTIONS, type ExportRequest, exportsAskedFor } from './exportOptions';
import { parseInstantOption } from './instantOption';
import { OPEN_METRICS_OPTIONS, type OpenMetricsKind, openMetricsKind } from './openMetricsOption';
import { parseOptions } from './parseOptions';

/** Why the arguments of a call are refused. Each code has its message in `i18n/report`. */
export type CliRefusal =
  | { code: 'usage' }
  | { code: 'option'; option: string }
  | { code: 'day'; option: string; value: string }
  | { code: 'now'; value: string }
  | { code: 'lang'; value: string }
  | { code: 'several' }
  | { code: 'order'; from: string; to: string }
  | { code: 'long'; from: string; to: string };

type ParseResult<T> = { ok: true; value: T } | { ok: false; refusal: CliRefusal };

export interface CliCall {
  path: string;
  from: Day | null;
  to: Day | null;
  now: Instant | null;
  json: boolean;
  openMetrics: OpenMetricsKind | null;
  language: Language | null;
  /** The file for another tool that is asked for in the place of the figures. */
  exported: ExportRequest | null;
  /** Whether tables have semicolons and decimal commas, as in French and German spreadsheets. */
  semicolons: boolean;
}

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  now: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  ...OPEN_METRICS_OPTIONS,
  ...EXPORT_OPTIONS,
} as const;

export function parseCallArgs(args: readonly string[]): ParseResult<CliCall> {
  const parsed = parseOptions(args, OPTIONS);
  if (!parsed.ok) return refused({ code: 'option', option: parsed.option });
  const { textOf, isSet } = parsed;
  const [path] = parsed.files;
  const openMetrics = openMetricsKind(parsed);
  if (path === undefined || parsed.files.length > 1 || openMetrics === undefined) return refused({ code: 'usage' });
  for (const option of ['from', 'to'] as const) {
    const value = textOf(option);
    if (value !== null && !isSupportedDay(value)) return refused({ code: 'day', option: `--${option}`, value });
  }
  const now = textOf('now');
  const at = now === null ? null : parseInstantOption(now);
  if (now !== null && at === null) return refused({ code: 'now', value: now });
  const lang = textOf('lang');
  if (lang !== null && lang !== 'en' && lang !== 'fr') return refused({ code: 'lang', value: lang });
  const [exported = null, ...others] = exportsAskedFor(parsed);
  if (others.length > 0 || (exported && (isSet('json') || openMetrics))) return refused({ code: 'several' });
  return {
    ok: true,
    value: {
      path,
      from: textOf('from') as Day | null,
      to: textOf('to') as Day | null,
      now: at,
      json: isSet('json'),
      openMetrics,
      language: lang,
      exported,
      semicolons: isSet('semicolons'),
    },
  };
}

const LAST_NIGHTS = 7;
/** As the screen of the paediatrician's report shows. */
const LAST_NIGHTS_OF_REPORT = 14;
/** A longer range is a typing error, and would take minutes to compute. */
const NIGHTS_MAX = 36_525;

/**
 * Returns the range of nights that a call asks for. By default the range is the last seven nights
 * that have begun, tonight included; of the paediatrician's report it is the last fourteen.
 */
export function rangeOf(
  call: Pick<CliCall, 'from' | 'to' | 'exported'>,
  household: Household,
  now: Instant,
): ParseResult<NightRange> {
  const count = call.exported?.kind === 'paediatrician' ? LAST_NIGHTS_OF_REPORT : LAST_NIGHTS;
  const to = call.to ?? lastStartedNight(household, now);
  const from = call.from ?? addDays(to, 1 - count);
  if (from > to) return refused({ code: 'order', from, to });
  if (from < addDays(to, -NIGHTS_MAX)) return refused({ code: 'long', from, to });
  return { ok: true, value: { from, to } };
}

const refused = (refusal: CliRefusal) => ({ ok: false as const, refusal });
