import { parseArgs } from 'node:util';
import type { Instant } from '@/lib/time';
import { parseInstantOption } from './instantOption';

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
  // Strict parsing is off because its error messages are not translated.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const takesValue = token.name !== 'dry-run';
    if (!Object.hasOwn(OPTIONS, token.name) || takesValue !== (token.value !== undefined))
      return { ok: false, refusal: { code: 'option', option: token.rawName } };
  }
  const textOf = (name: 'household' | 'answers' | 'now') => (typeof values[name] === 'string' ? values[name] : null);
  const [household, now] = [textOf('household'), textOf('now')];
  if (positionals.length === 0 || household === null) return { ok: false, refusal: { code: 'usage' } };
  const at = now === null ? null : parseInstantOption(now);
  if (now !== null && at === null) return { ok: false, refusal: { code: 'now', value: now } };
  const value = { files: positionals, household, answers: textOf('answers'), now: at };
  return { ok: true, value: { ...value, isDryRun: values['dry-run'] === true } };
}
