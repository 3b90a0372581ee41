import * as v from 'valibot';
import { readBackupText } from '@/domain/backup';
import { strict } from '@/domain/rows/fields';
import { RUNBOOK_STEPS_MAX, type Runbook, type RunbookStep, runbookSchema } from '@/domain/rows/others';
import { formatFieldName, formatIssuePath } from '@/domain/rows/parseRow';

/*
 * Shares a runbook with another household, as a file or as a link. The link has the whole runbook
 * in its hash, which is never sent to a server. A received runbook is untrusted until it is parsed
 * as a whole. It has no ids, because it becomes a new row. Its titles are text, never markup.
 */

const FORMAT = 'infernalops-runbook';
const VERSION = 1;
/** The format of a backup file, which people may choose by mistake. */
const BACKUP_FORMAT = 'infernalops';

/** A runbook without the fields that only matter in its household: ids and stamps. */
export type SharedRunbook = Pick<Runbook, 'name' | 'trigger'> & { steps: Omit<RunbookStep, 'id'>[] };

/**
 * Why a file or a link is refused. `path` names the place, for example `steps[3].title`. Each code
 * has one sentence in `i18n`.
 */
export type ShareRefusal =
  | { code: 'tooBig'; kilobytes: number }
  | { code: 'unreadable' }
  | { code: 'notText' }
  | { code: 'incomplete' }
  | { code: 'isBackup' }
  | { code: 'otherFormat' }
  | { code: 'laterVersion'; version: number }
  | { code: 'unknownField'; path: string }
  | { code: 'wrongValue'; path: string }
  | { code: 'tooMany'; max: number };

export type ParsedShare = { ok: true; runbook: SharedRunbook } | { ok: false; refusal: ShareRefusal };

/** The longest possible runbook, with each character written as `\u0000`, has about 130 kB. */
const KILOBYTES_MAX = 200;
const BYTES_MAX = KILOBYTES_MAX * 1000;

const { name, trigger, steps } = runbookSchema.entries;
const { title, kind, seconds, level, remedy } = steps.pipe[0].item.entries;
const sharedSchema = strict({
  name,
  trigger,
  steps: v.pipe(
    v.array(
      strict({
        title,
        kind,
        seconds: v.optional(seconds, null),
        level: v.optional(level, null),
        remedy: v.optional(remedy, null),
      }),
    ),
    v.maxLength(RUNBOOK_STEPS_MAX),
  ),
});

/** Returns a runbook in the shared format. Fields of a step that are null are left out. */
function toSharedFormat(runbook: SharedRunbook) {
  return {
    format: FORMAT,
    version: VERSION,
    name: runbook.name,
    trigger: runbook.trigger,
    steps: runbook.steps.map((step) => ({
      title: step.title,
      kind: step.kind,
      ...(step.seconds === null ? {} : { seconds: step.seconds }),
      ...(step.level === null ? {} : { level: step.level }),
      ...(step.remedy === null ? {} : { remedy: step.remedy }),
    })),
  };
}

/** Returns the text of a file with a runbook. */
export const serializeSharedRunbook = (runbook: SharedRunbook): string =>
  JSON.stringify(toSharedFormat(runbook), null, 2);

/** Returns a runbook as the code in a link, made of letters, digits, `-` and `_` (base64url). */
export function encodeSharedRunbook(runbook: SharedRunbook): string {
  const bytes = new TextEncoder().encode(JSON.stringify(toSharedFormat(runbook)));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Parses the file of a runbook, or returns why it is refused. */
export async function parseSharedFile(file: Blob): Promise<ParsedShare> {
  if (file.size > BYTES_MAX) return refused({ code: 'tooBig', kilobytes: KILOBYTES_MAX });
  const read = await readBackupText(file);
  if (read.ok) return parseSharedText(read.text);
  return refused({ code: read.refusal.code === 'notText' ? 'notText' : 'unreadable' });
}

/** Parses the code of a link, or returns why it is refused; `incomplete` if it was cut off. */
export function parseSharedCode(code: string): ParsedShare {
  // Four characters of base64 encode three bytes.
  if (code.length > (BYTES_MAX / 3) * 4) return refused({ code: 'tooBig', kilobytes: KILOBYTES_MAX });
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return parseSharedText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused({ code: 'incomplete' });
  }
}

/** Parses the JSON text of a runbook, or returns why it is refused. */
export function parseSharedText(text: string): ParsedShare {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return refused({ code: 'incomplete' });
  }
  if (!isObject(read)) return refused({ code: 'otherFormat' });
  const { format, version, ...runbook } = read;
  if (format === BACKUP_FORMAT) return refused({ code: 'isBackup' });
  if (format !== FORMAT) return refused({ code: 'otherFormat' });
  if (typeof version === 'number' && version > VERSION) return refused({ code: 'laterVersion', version });
  if (version !== VERSION) return refused({ code: 'wrongValue', path: 'version' });
  const parsed = v.safeParse(sharedSchema, runbook, { abortEarly: true });
  return parsed.success ? { ok: true, runbook: parsed.output } : refused(refusalFor(parsed.issues[0]));
}

function refusalFor(issue: v.InferIssue<typeof sharedSchema>): ShareRefusal {
  const path = formatIssuePath(issue);
  if (issue.type === 'max_length' && path === 'steps') return { code: 'tooMany', max: RUNBOOK_STEPS_MAX };
  if (issue.type === 'strict_object' && issue.expected === 'never') return { code: 'unknownField', path };
  return { code: 'wrongValue', path: path || formatFieldName(FORMAT) };
}

/**
 * Returns the trigger that a received runbook gets. It becomes `custom` if the household already
 * has a runbook with the same trigger, so that the household's own `standard` and `double` ones
 * still come up at night. There may be several `degraded` ones, because people choose between them.
 */
export const triggerAfterImport = (
  { trigger }: SharedRunbook,
  existingRunbooks: readonly Pick<Runbook, 'trigger'>[],
): Runbook['trigger'] =>
  trigger !== 'degraded' && existingRunbooks.some((existing) => existing.trigger === trigger) ? 'custom' : trigger;

const refused = (refusal: ShareRefusal) => ({ ok: false as const, refusal });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
