import * as v from 'valibot';
import { CODE_ALPHABET, CODE_LENGTH, formatCode, type JoinCode } from '@/domain/phones/joinCode';
import { withInvite } from '@/sync/invite';
import { type Bytes, fromBase64url, toBase64url } from './base64url';
import { randomBytes, utf8 } from './bytes';
import { aesKey, hkdf } from './deriveBytes';
import { fromPaddedJson, toPaddedJson } from './paddedJson';
import { type Opened, open, REFUSED, seal } from './seal';

/** Makes a new code of 60 random bits. 256 is a multiple of 32, so no character is more likely. */
export const newCode = (): JoinCode =>
  formatCode(Array.from(randomBytes(CODE_LENGTH), (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join(''));

/** What an invitation's code gives: where it is kept, and what it is sealed with. */
export interface InvitationKeys {
  /** 16 bytes as base64url. */
  id: string;
  key: CryptoKey;
}

const ROUNDS = 600_000;

/**
 * Derives the keys of a code. It takes a second or more on a slow phone, which is its purpose: who
 * has the sealed invitation would have to try 2^60 codes at that price. Derive once and keep them.
 *
 * PBKDF2 gives a single block of SHA-256, and HKDF makes both keys of it: of two blocks, who
 * guesses codes would need only the first, at half the price.
 */
export async function invitationKeys(code: JoinCode): Promise<InvitationKeys> {
  const password = await crypto.subtle.importKey('raw', utf8(code), 'PBKDF2', false, ['deriveBits']);
  const params = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8('infernalops/1/invitation'), iterations: ROUNDS };
  const derive = await hkdf(new Uint8Array(await crypto.subtle.deriveBits(params, password, 256)));
  const [id, key] = await Promise.all([
    derive('infernalops/1/invitation-id', 16),
    derive('infernalops/1/invitation-key', 32).then(aesKey),
  ]);
  return { id: toBase64url(id), key };
}

const contentSchema = v.object({
  secret: v.string(),
  /** The operator's word of the home server, if the household was made with one. */
  invite: v.optional(v.string()),
  children: v.optional(v.array(v.object({ id: v.string(), name: v.string(), birthDate: v.nullable(v.string()) })), []),
  caregivers: v.optional(v.array(v.object({ id: v.string(), name: v.string() })), []),
});

/**
 * What an invitation carries: the household's secret, and whom to match with who is on the phone.
 */
export interface InvitationContent extends Omit<v.InferOutput<typeof contentSchema>, 'secret'> {
  secret: Bytes;
}

/** Seals an invitation. Returns its body as base64url. */
export async function sealInvitation(
  { id, key }: InvitationKeys,
  { secret, invite, children, caregivers }: InvitationContent,
): Promise<string> {
  const content = { secret: toBase64url(secret), ...withInvite(invite), children, caregivers };
  return toBase64url(await seal(key, utf8(id), toPaddedJson(content)));
}

/** Opens an invitation. It never throws, and ignores fields that a newer app added. */
export async function openInvitation({ id, key }: InvitationKeys, body: string): Promise<Opened<InvitationContent>> {
  const sealed = fromBase64url(body);
  if (!sealed) return REFUSED;
  const opened = await open(key, utf8(id), sealed);
  if (!opened.ok) return opened;
  const { success, output } = v.safeParse(contentSchema, fromPaddedJson(opened.content));
  const secret = success ? fromBase64url(output.secret) : null;
  if (!success || secret?.length !== 32) return REFUSED;
  return { ok: true, content: { ...output, secret } };
}
