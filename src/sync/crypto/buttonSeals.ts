import * as v from 'valibot';
import { PRESS_WORDS, type PressWord } from '@/domain/presses/press';
import { type Bytes, fromBase64url, toBase64url } from './base64url';
import { concat, randomBytes, utf8 } from './bytes';
import { aesKey, hkdf } from './deriveBytes';
import { fromPaddedJson, toPaddedJson } from './paddedJson';
import { open, seal } from './seal';

/*
 * A button sends one of two words, which a phone has sealed for it with a key of that button alone.
 * Every phone of the household can derive the key. The server and the button can't: they can say a
 * word they have, and neither read it nor make another one. The two words are of the same length.
 */

/** What identifies a button, and what its key is made of. */
export interface ButtonPlace {
  /** The secret of the household. */
  secret: Bytes;
  /** 16 bytes as base64url, and so is the id of the button. */
  householdId: string;
  buttonId: string;
}

const ID_BYTES = 16;
const TOKEN_BYTES = 32;

export const newButtonId = (): string => toBase64url(randomBytes(ID_BYTES));
export const newButtonToken = (): string => toBase64url(randomBytes(TOKEN_BYTES));

/** What the server has of a token: its SHA-256 over the text, in base64url. */
export const hashOfToken = async (token: string): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(token))));

const wordSchema = v.object({ word: v.picklist(PRESS_WORDS), childId: v.string() });
type Word = v.InferOutput<typeof wordSchema>;

const labelSchema = v.object({ name: v.string(), childId: v.string() });
/** What the phones show of a button. */
export type ButtonLabel = v.InferOutput<typeof labelSchema>;

export const sealWord = (place: ButtonPlace, word: PressWord, childId: string): Promise<string> =>
  sealFor(place, 'word', { word, childId } satisfies Word);

/** Returns null for what is no word of this button. It never throws. */
export const openWord = (place: ButtonPlace, sealed: string): Promise<Word | null> =>
  openFor(place, 'word', wordSchema, sealed);

export const sealLabel = (place: ButtonPlace, { name, childId }: ButtonLabel): Promise<string> =>
  sealFor(place, 'label', { name, childId });

export const openLabel = (place: ButtonPlace, sealed: string): Promise<ButtonLabel | null> =>
  openFor(place, 'label', labelSchema, sealed);

async function sealFor(place: ButtonPlace, purpose: 'word' | 'label', content: Word | ButtonLabel): Promise<string> {
  return toBase64url(await seal(await keyOf(place), contextOf(place, purpose), toPaddedJson(content)));
}

async function openFor<Content>(
  place: ButtonPlace,
  purpose: 'word' | 'label',
  schema: v.GenericSchema<unknown, Content>,
  body: string,
): Promise<Content | null> {
  const sealed = fromBase64url(body);
  const opened = sealed && (await open(await keyOf(place), contextOf(place, purpose), sealed));
  if (!opened?.ok) return null;
  const { success, output } = v.safeParse(schema, fromPaddedJson(opened.content));
  return success ? output : null;
}

async function keyOf({ secret, buttonId }: ButtonPlace): Promise<CryptoKey> {
  return aesKey(await (await hkdf(secret))(`infernalops/1/button/${buttonId}`, 32));
}

/** Household (16 bytes) ‖ button (16 bytes) ‖ purpose: unambiguous, because ids have one length. */
const contextOf = ({ householdId, buttonId }: ButtonPlace, purpose: string): Bytes =>
  concat(idBytes(householdId), idBytes(buttonId), utf8(purpose));

const idBytes = (id: string): Bytes => fromBase64url(id) ?? utf8('');
