/*
 * The code by which a phone joins a household: 12 characters of Crockford's base32, which has
 * neither I, L, O nor U, in three groups of four.
 */

/** A code as it is shown, for example `K7QM-2F9X-HB4T`. */
export type JoinCode = string & { readonly __unit: 'XXXX-XXXX-XXXX' };

export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 12;
const GROUP_LENGTH = 4;

/** Spaces, dashes and dots of any kind, and the invisible marks that come with pasted text. */
const BETWEEN_GROUPS = /[\s\p{Pd}\p{Cf}\u2212_.·]/gu;
/** A U could be a misread V or 0, and a wrong guess would look like a code that has expired. */
const NOT_IN_CODE = /[^0-9A-TV-Z]/i;

export type ReadCode =
  | { ok: true; code: JoinCode }
  /** How many characters there are; more than 12 are refused, too. */
  | { ok: false; problem: 'length'; count: number }
  | { ok: false; problem: 'character'; character: string };

/**
 * Reads a code as people type and paste it: small letters, spaces, other groups, O for 0, I or L
 * for 1, or the whole link that ends with it.
 */
export function readJoinCode(typed: string): ReadCode {
  const characters = typed.replace(/^.*#\/join\//s, '').replace(BETWEEN_GROUPS, '');
  const unknown = NOT_IN_CODE.exec(characters);
  if (unknown) return { ok: false, problem: 'character', character: shownCharacter(characters, unknown.index) };
  if (characters.length !== CODE_LENGTH) return { ok: false, problem: 'length', count: characters.length };
  return { ok: true, code: formatCode(characters.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')) };
}

/** Returns a character as the field shows it, unless its capital is a letter that codes have. */
function shownCharacter(text: string, index: number): string {
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const capital = character.toUpperCase();
  return NOT_IN_CODE.test(capital) ? capital : character;
}

/** Writes 12 characters of the alphabet as a code. */
export const formatCode = (characters: string): JoinCode => groupsOf(characters).join('-') as JoinCode;

/** Splits a code into the groups in which it is shown and read aloud. */
export const groupsOf = (code: string): string[] =>
  code.replaceAll('-', '').match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'g')) ?? [];
