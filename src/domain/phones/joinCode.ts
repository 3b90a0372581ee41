/*
 * The code by which a phone joins a household: 12 characters of Crockford's base32, which has
 * neither I, L, O nor U, in three groups of four.
 */

const CODE_LENGTH = 12;
const GROUP_LENGTH = 4;

/** Spaces, dashes and dots of any kind, and the invisible marks that come with pasted text. */
const BETWEEN_GROUPS = /[\s\p{Pd}\p{Cf}\u2212_.·]/gu;
const NOT_IN_CODE = /[^0-9A-HJKMNP-TV-Z]/;

export type ReadCode =
  /** In capital letters and in groups: `K7QM-2F9X-HB4T`. */
  | { ok: true; code: string }
  /** How many characters there are; more than 12 are refused, too. */
  | { ok: false; problem: 'length'; count: number }
  | { ok: false; problem: 'character'; character: string };

/**
 * Reads a code as people type and paste it: small letters, spaces, other groups, O for 0, I or L
 * for 1, or the whole link that ends with it.
 */
export function readJoinCode(typed: string): ReadCode {
  const characters = typed
    .replace(/^.*#\/join\//s, '')
    .toUpperCase()
    .replace(BETWEEN_GROUPS, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const unknown = NOT_IN_CODE.exec(characters);
  if (unknown)
    return { ok: false, problem: 'character', character: String.fromCodePoint(codePointAt(characters, unknown.index)) };
  if (characters.length !== CODE_LENGTH) return { ok: false, problem: 'length', count: characters.length };
  return { ok: true, code: groupsOf(characters).join('-') };
}

const codePointAt = (text: string, index: number): number => text.codePointAt(index) ?? 0;

/** Splits a code into the groups in which it is shown and read aloud. */
export const groupsOf = (code: string): string[] =>
  code.replaceAll('-', '').match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'g')) ?? [];
