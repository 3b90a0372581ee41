import type { Instant } from '@/lib/time';
import { parseInstantOption } from './instantOption';
import { parseOptions } from './parseOptions';

/** Why the arguments of a call are refused. Each code has its message in `i18n/report`. */
type ImportRefusal = { code: 'usage' } | { code: 'option'; option: string } | { code: 'now'; value: string };

export interface ImportCall {
  files: readonly string[];
  household: string;
  answers: string | null;
  now: Instant | null;
  isDryRun: boolean;
}

type ParseResult = { ok: true; value: ImportCall } | { ok: false; refusal: ImportRefusal };

const OPTIONS = {
  household: { type: 'string' },
  answers: { type: 'string' },
  now: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

/** Parses `FILES… --household HOUSEHOLD.json [--answers ANSWERS.json] [--now ISO] [--dry-run]`. */
export function parseImportArgs(args: readonly string[]): ParseResult {
  const parsed = parseOptions(args, OPTIONS);
  if (!parsed.ok) return { ok: false, refusal: { code: 'option', option: parsed.option } };
  const { files, textOf, isSet } = parsed;
  const [household, now] = [textOf('household'), textOf('now')];
  if (files.length === 0 || household === null) return { ok: false, refusal: { code: 'usage' } };
  const at = now === null ? null : parseInstantOption(now);
  if (now !== null && at === null) return { ok: false, refusal: { code: 'now', value: now } };
  return { ok: true, value: { files, household, answers: textOf('answers'), now: at, isDryRun: isSet('dry-run') } };
}
