import * as v from 'valibot';
import {
  MAX_BODY_CHARS,
  MAX_DEVICES,
  MAX_DOCS,
  MAX_FIGURES_CHARS,
  MAX_INVITATION_CHARS,
  MAX_PAGE_CHARS,
  MAX_PAGE_TTL_S,
  MAX_URL_CHARS,
} from './limits';

/*
 * The requests and answers between a phone and the home server, as JSON. Both sides parse what they
 * get with these schemas: a proxy may answer in the server's place, and anybody can send a request.
 *
 * Bytes are base64url without padding. Every path but `health` and `invitations` needs
 * `Authorization: Bearer <token>`, with the token of the household in the path.
 */

// The bundle of the service worker has no room for the schemas that it does not use.
// @__NO_SIDE_EFFECTS__
const base64url = (chars: number) => v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${chars}}$`)));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** 16 bytes: the id of a household, a document, a phone or an invitation. */
export const opaqueId = base64url(22);
/** 32 bytes. The server stores only its SHA-256. */
export const token = base64url(43);
/** 16 bytes: the XOR of the authentication tags of all bodies of a household (`sum.ts`). */
const sum = base64url(22);

/** A sealed row: at least a version byte, an IV of 12 bytes and a tag of 16, thus 39 characters. */
const body = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.minLength(39), v.maxLength(MAX_BODY_CHARS));

/** The same, or empty. */
const bodyOrNone = v.pipe(v.string(), v.regex(/^([A-Za-z0-9_-]{39,})?$/), v.maxLength(MAX_BODY_CHARS));

/** A document as the server has it: `n` counts its writes, `seq` those of the household. */
const storedDoc = v.strictObject({ id: opaqueId, n: count, seq: count, body });
export type StoredDoc = v.InferOutput<typeof storedDoc>;

/** `n` is what the phone knows of the document, 0 if it is new. It is stored as `n + 1`. */
const sentDoc = v.strictObject({ id: opaqueId, n: count, body });
export type SentDoc = v.InferOutput<typeof sentDoc>;

export const pushRequest = v.strictObject({ docs: v.pipe(v.array(sentDoc), v.minLength(1), v.maxLength(MAX_DOCS)) });
export type PushRequest = v.InferOutput<typeof pushRequest>;

/**
 * `head` and `sum` are those after the write. A document whose `n` was another is not written, and
 * comes back as it is stored; with n = 0 and an empty body if the server has none.
 */
export const pushResponse = v.object({
  head: count,
  sum,
  conflicts: v.array(v.strictObject({ ...storedDoc.entries, body: bodyOrNone })),
});
export type PushResponse = v.InferOutput<typeof pushResponse>;

/**
 * The documents after `since`, by `seq`; `more` if there are others, up to `head`. `presses` is
 * there if a button was pressed and no phone has logged it yet (`buttons.ts`).
 */
export const pullResponse = v.object({
  docs: v.pipe(v.array(storedDoc), v.maxLength(MAX_DOCS)),
  head: count,
  sum,
  more: v.boolean(),
  presses: v.exactOptional(v.literal(true)),
});
export type PullResponse = v.InferOutput<typeof pullResponse>;

type Version = [id: string, n: number, tag: string];
const isVersion = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 3 &&
  v.is(opaqueId, value[0]) &&
  v.is(count, value[1]) &&
  v.is(sum, value[2]);

/** Of every document: its id, its `n`, and the tag of its body. */
export const versionsResponse = v.object({
  // There may be 40,000 of them.
  versions: v.array(v.custom<Version>(isVersion)),
  head: count,
  sum,
});
export type VersionsResponse = v.InferOutput<typeof versionsResponse>;

/** `pushKey` is the VAPID key of the server; null on an older one, which rings no phones. */
export const healthResponse = v.object({ version: v.literal(1), pushKey: v.nullable(v.string()) });
export type HealthResponse = v.InferOutput<typeof healthResponse>;

/**
 * Creates the household of the path for the bearer token. `invite` is the operator's own word. A
 * household that goes on under another secret needs none: its old one answers for it.
 */
export const householdRequest = v.strictObject({
  invite: v.optional(v.pipe(v.string(), v.maxLength(200))),
  from: v.optional(v.strictObject({ household: opaqueId, token })),
});
export type HouseholdRequest = v.InferOutput<typeof householdRequest>;

/** Its bearer token is that of `household`: only a phone of a household can invite another one. */
export const invitationRequest = v.strictObject({
  household: opaqueId,
  body: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(MAX_INVITATION_CHARS)),
});
export type InvitationRequest = v.InferOutput<typeof invitationRequest>;

export const invitationResponse = v.object({ body: v.pipe(v.string(), v.maxLength(MAX_INVITATION_CHARS)) });

/**
 * The push subscription of a phone, as its browser gives it: `p256dh` is a point of P-256 in its
 * uncompressed form (65 bytes), `auth` 16 bytes. Of the push services the server knows a few.
 */
export const deviceRequest = v.strictObject({
  endpoint: v.pipe(v.string(), v.maxLength(MAX_URL_CHARS), v.startsWith('https://'), v.url()),
  p256dh: base64url(87),
  auth: base64url(22),
});
export type DeviceRequest = v.InferOutput<typeof deviceRequest>;

/** What the server has of a phone, which compares it with the subscription it has now. */
export const deviceResponse = v.object({ endpoint: v.string() });
export type DeviceResponse = v.InferOutput<typeof deviceResponse>;

/** One byte is two characters, three bytes are four. */
const pageBody = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.minLength(2), v.maxLength(MAX_PAGE_CHARS));

/**
 * A page, sealed by the phone that sends it. All open apps of the household hear it, and the
 * devices of `to` get it as a push. Of two with the same `topic`, a phone that was not reached gets
 * only the later one. `ttl` is how many seconds it may come late. One that `rings` is neither a
 * test nor taken back: it calls the webhook of the household, too.
 */
export const pageRequest = v.strictObject({
  to: v.pipe(v.array(opaqueId), v.maxLength(MAX_DEVICES)),
  body: pageBody,
  ttl: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PAGE_TTL_S)),
  topic: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,32}$/)),
  urgency: v.picklist(['high', 'normal']),
  rings: v.boolean(),
});
export type PageRequest = v.InferOutput<typeof pageRequest>;

/**
 * What became of a push: taken by the push service; `unknown` and `gone`, because the device has no
 * subscription, or has none any more; or `failed`, although it was tried twice.
 */
const deviceResult = v.object({ id: opaqueId, result: v.picklist(['sent', 'unknown', 'gone', 'failed']) });
export type DeviceResult = v.InferOutput<typeof deviceResult>;

/** In the order of `to`. */
export const pageResponse = v.object({ devices: v.array(deviceResult) });
export type PageResponse = v.InferOutput<typeof pageResponse>;

/** The webhook of a household. What the server calls at all, it says with a 400. */
export const webhookRequest = v.strictObject({ url: v.pipe(v.string(), v.maxLength(MAX_URL_CHARS)) });
export type WebhookRequest = v.InferOutput<typeof webhookRequest>;

export const webhookResponse = v.object({ url: v.nullable(v.string()) });
export type WebhookResponse = v.InferOutput<typeof webhookResponse>;

/**
 * What came of one call of the webhook: `sent` if it answered with success; `refused` if it
 * answered otherwise, or, with `status` null, if its name leads to an address that the server does
 * not call; `failed` if nobody answered in time.
 */
export const webhookTryResponse = v.object({
  result: v.picklist(['sent', 'refused', 'failed']),
  status: v.nullable(count),
});
export type WebhookTryResponse = v.InferOutput<typeof webhookTryResponse>;

/**
 * The figures that a household publishes for Prometheus, as OpenMetrics text, and the SHA-256 of
 * the token with which they are read. What takes over replaces whatever is published; without that,
 * only figures under the same token are replaced, and a 404 says that there are none.
 */
export const figuresRequest = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(MAX_FIGURES_CHARS)),
  tokenHash: token,
  takesOver: v.boolean(),
});
export type FiguresRequest = v.InferOutput<typeof figuresRequest>;

/** Whether figures are published, and since when these: in seconds since 1970. */
export const figuresResponse = v.object({ tokenHash: token, publishedAt: v.number() });
export type FiguresResponse = v.InferOutput<typeof figuresResponse>;

/** The data of a `page` event. */
export const pageEvent = v.object({ body: pageBody });

/** The data of a `change` event. Any event, known or not, means: pull. */
export const changeEvent = v.object({ head: count, sum });
export type ChangeEvent = v.InferOutput<typeof changeEvent>;

/**
 * Why a request was not carried out. The status says the same: 400 badRequest, 401 unauthorized
 * (the token is not that of this household, or there is none), 403 inviteNeeded, 404 notFound, 410
 * gone (the household was deleted), 413 tooLarge, 429 tooMany (with `Retry-After`), 507 full (a
 * quota of the household, or the server's disk), 500 and 503 failed.
 */
const ERROR_CODES = [
  'badRequest',
  'unauthorized',
  'inviteNeeded',
  'notFound',
  'gone',
  'tooLarge',
  'tooMany',
  'full',
  'failed',
] as const;
export const errorResponse = v.object({ error: v.picklist(ERROR_CODES) });
export type ErrorCode = (typeof ERROR_CODES)[number];
