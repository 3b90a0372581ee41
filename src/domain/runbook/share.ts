import * as v from 'valibot';
import { readBackupText } from '@/domain/backup';
import { strict } from '@/domain/rows/fields';
import { RUNBOOK_STEPS_MAX, type Runbook, type RunbookStep, runbookSchema } from '@/domain/rows/others';
import { formatFieldName, formatIssuePath } from '@/domain/rows/parseRow';

/*
 * A runbook on its way to another household: as a file, and as a link that has all of it in its hash, so that no server ever sees it.
 * What comes in is unknown until it is parsed, whole; without ids, for it becomes a row of its own; and its titles are text, never markup.
 */

const FORMAT = 'infernalops-runbook';
const VERSION = 1;
/** The format of a whole log, which people will try as well. */
const BACKUP_FORMAT = 'infernalops';

export type SharedRunbook = Pick<Runbook, 'name' | 'trigger'> & { steps: Omit<RunbookStep, 'id'>[] };

/** Why a file or a link is not taken. `path` names the place, as `steps[3].title`. Each has one sentence in `i18n`. */
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

/** The longest runbook there can be, every character of it written as `\u0000`, has about 130 kB. */
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

/** A runbook without what is of this household alone: its ids, and when it was written. What a step does not have is left out. */
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

export const serializeSharedRunbook = (runbook: SharedRunbook): string =>
  JSON.stringify(toSharedFormat(runbook), null, 2);

/** Of a link: the part that is the runbook, in letters, digits, `-` and `_`. */
export function encodeSharedRunbook(runbook: SharedRunbook): string {
  const bytes = new TextEncoder().encode(JSON.stringify(toSharedFormat(runbook)));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export async function parseSharedFile(file: Blob): Promise<ParsedShare> {
  if (file.size > BYTES_MAX) return refused({ code: 'tooBig', kilobytes: KILOBYTES_MAX });
  const read = await readBackupText(file);
  if (read.ok) return parseSharedText(read.text);
  return refused({ code: read.refusal.code === 'notText' ? 'notText' : 'unreadable' });
}

export function parseSharedCode(code: string): ParsedShare {
  // Four characters are three bytes.
  if (code.length > (BYTES_MAX / 3) * 4) return refused({ code: 'tooBig', kilobytes: KILOBYTES_MAX });
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return parseSharedText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused({ code: 'incomplete' });
  }
}

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
 * What becomes of somebody else's runbook here. It is nobody's first choice at night unless there is no other: only the household's own
 * standard and double come up by themselves. Of degraded ones there may be several, they are chosen.
 */
export const triggerAfterImport = (
  { trigger }: SharedRunbook,
  here: readonly Pick<Runbook, 'trigger'>[],
): Runbook['trigger'] =>
  trigger !== 'degraded' && here.some((other) => other.trigger === trigger) ? 'custom' : trigger;

const refused = (refusal: ShareRefusal) => ({ ok: false as const, refusal });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
