import { describe, expect, it } from 'vitest';
import { groupsOf, readJoinCode } from '@/domain/phones/joinCode';

const CODE = { ok: true, code: 'K7QM-2F9X-HB4T' };

describe('a code that was typed', () => {
  it.each([
    ['as it is shown', 'K7QM-2F9X-HB4T'],
    ['in small letters, without groups', 'k7qm2f9xhb4t'],
    ['with spaces, as it is read aloud', ' k7qm 2f9x  hb4t\n'],
    ['with spaces that do not break', 'K7QM\u00A02F9X\u202FHB4T'],
    ['with the dashes of a keyboard that writes nicely', 'K7QM–2F9X—HB4T'],
    ['in other groups', 'K7Q.M2F.9XH.B4T'],
    ['with the invisible marks of a message', '\u200eK7QM\u22122F9X\u00a0HB4T\u200b'],
    ['as the link that was copied', 'https://home.example/app/#/join/K7QM-2F9X-HB4T'],
  ])('is read %s', (_, typed) => {
    expect(readJoinCode(typed)).toEqual(CODE);
  });

  it('takes O for 0, and I and L for 1, which no code has', () => {
    expect(readJoinCode('OolL-iI00-1111')).toEqual({ ok: true, code: '0011-1100-1111' });
  });

  it.each([
    ['', 0],
    ['K7QM', 4],
    ['K7QM-2F9X-HB4', 11],
    ['K7QM-2F9X-HB4TT', 13],
  ])('is too short or too long: “%s” has %i characters', (typed, count) => {
    expect(readJoinCode(typed)).toEqual({ ok: false, problem: 'length', count });
  });

  it.each([
    ['K7QU-2F9X-HB4T', 'U'],
    ['K7QM/2F9X', '/'],
    ['é', 'É'],
    ['u7qm-2f9x-hb4t', 'U'],
    ['K7🦊M', '🦊'],
    // A Cyrillic letter that looks like a T, and letters whose capital is an ordinary letter.
    ['K7QM-2F9X-HB4Т', 'Т'],
    ['K7QM-2F9ſ-HB4T', 'ſ'],
    ['K7QM-2F9X-Hß4', 'ß'],
  ])('has a character that no code has: “%s”', (typed, character) => {
    expect(readJoinCode(typed)).toEqual({ ok: false, problem: 'character', character });
  });

  it('is split into the groups in which it is read aloud', () => {
    expect(groupsOf('K7QM-2F9X-HB4T')).toEqual(['K7QM', '2F9X', 'HB4T']);
    expect(groupsOf('')).toEqual([]);
  });
});
