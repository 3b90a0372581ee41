import * as v from 'valibot';
import type { Incident } from '@/domain/rows/incident';
import { parseRow } from '@/domain/rows/parseRow';
import type { Instant } from '@/lib/time';
import { type Bytes, fromBase64url, toBase64url } from '@/sync/crypto/base64url';
import { concat, utf8 } from '@/sync/crypto/bytes';
import type { HouseholdKeys } from '@/sync/crypto/householdKeys';
import { fromPaddedJson, toPaddedJson } from '@/sync/crypto/paddedJson';
import { open, seal } from '@/sync/crypto/seal';

/*
 * What the phones tell each other besides their rows: a page and its end, the hand-over, and the
 * test of the pager. The server passes it on sealed, over the live stream and by push.
 */

/** A step of the test of the pager that has happened on the phone that is tested. */
const TEST_STEPS = ['live', 'push', 'shown', 'notShown', 'answered'] as const;
export type TestStep = (typeof TEST_STEPS)[number];

export type PagerMessage =
  /** A phone of `to` is to ring. */
  | { kind: 'page'; to: string; pageId: string; sentAt: Instant; incident: Incident | null }
  /** Nobody need answer that page any more. */
  | { kind: 'over'; pageId: string; incident: Incident | null }
  /** `to` is on call from now on. */
  | { kind: 'handover'; to: string }
  /** The pager of the phone `to` is tried by the phone `from`. */
  | { kind: 'test'; testId: string; from: string; to: string }
  /** What arrived on the phone that is tested, whose id is `phone`. */
  | { kind: 'testHeard'; testId: string; phone: string; step: TestStep };

const id = v.pipe(v.string(), v.minLength(1));
const instant = v.custom<Instant>(Number.isSafeInteger);
const incident = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, Incident>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseRow('incidents', dataset.value);
    if (parsed.ok) return parsed.row;
    addIssue();
    return NEVER;
  }),
);

/** Fields that a newer app adds are ignored. */
const messageSchema = v.variant('kind', [
  v.object({
    kind: v.literal('page'),
    to: id,
    pageId: id,
    sentAt: instant,
    incident: v.nullable(incident),
  }),
  v.object({ kind: v.literal('over'), pageId: id, incident: v.nullable(incident) }),
  v.object({ kind: v.literal('handover'), to: id }),
  v.object({ kind: v.literal('test'), testId: id, from: id, to: id }),
  v.object({ kind: v.literal('testHeard'), testId: id, phone: id, step: v.picklist(TEST_STEPS) }),
]);

/** In blocks of 256 bytes, and with what sealing adds, it is what the server takes: 2,900 bytes. */
const MAX_PLAIN_BYTES = 2_816;

/** Seals a message for the phones of the household. Returns its body as base64url. */
export async function sealMessage(keys: HouseholdKeys, message: PagerMessage): Promise<string> {
  return toBase64url(await seal(keys.encryptionKey, contextOf(keys), toPaddedJson(fitted(message))));
}

/**
 * Opens a message. Returns null for one that was damaged, is of another household or of a newer
 * app. It never throws.
 */
export async function openMessage(keys: HouseholdKeys, body: string): Promise<PagerMessage | null> {
  const sealed = fromBase64url(body);
  const opened = sealed && (await open(keys.encryptionKey, contextOf(keys), sealed));
  if (!opened?.ok) return null;
  const { success, output } = v.safeParse(messageSchema, fromPaddedJson(opened.content));
  return success ? output : null;
}

/** A document is sealed for 40 bytes of context, so no message passes for one. */
const contextOf = ({ householdId }: HouseholdKeys): Bytes =>
  concat(fromBase64url(householdId) ?? utf8(''), utf8('pager'));

/**
 * Returns the message with as much of its incident as fits: all of it, or the cry and the page, or
 * nothing, if a long note takes the room. What is left out comes with the row itself: timelines
 * merge entry by entry, so a part of one does no harm.
 */
function fitted(message: PagerMessage): PagerMessage {
  if (!('incident' in message) || !message.incident || sizeOf(message) <= MAX_PLAIN_BYTES) return message;
  const { timeline, ...fields } = message.incident;
  const needed = timeline.filter((entry) => entry.kind === 'detected' || entry.id === message.pageId);
  const part: PagerMessage = { ...message, incident: { ...fields, timeline: needed } };
  return sizeOf(part) <= MAX_PLAIN_BYTES ? part : { ...message, incident: null };
}

const sizeOf = (message: PagerMessage): number => utf8(JSON.stringify(message)).length;
