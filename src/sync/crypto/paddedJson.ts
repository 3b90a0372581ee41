import type { Bytes } from './base64url';
import { utf8 } from './bytes';

/** The length of what is sealed tells no more than its multiple of this. */
const BLOCK_BYTES = 256;
const SPACE = 0x20;

/** Returns a value as JSON, with spaces behind it up to a multiple of 256 bytes. */
export function toPaddedJson(value: unknown): Bytes {
  const json = utf8(JSON.stringify(value));
  const padded = new Uint8Array(Math.ceil(json.length / BLOCK_BYTES) * BLOCK_BYTES).fill(SPACE);
  padded.set(json);
  return padded;
}

/** Returns the value of JSON, with or without padding, or undefined if the bytes are no JSON. */
export function fromPaddedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
