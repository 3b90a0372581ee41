import { expect, it } from 'vitest';
import { readJoinCode } from '@/domain/phones/joinCode';
import { newCode, parseCode } from '@/sync/crypto/invitation';

/*
 * The screen reads what was typed, and says what is wrong with it; the sync reads what it is given.
 */

it('every new code is read by the screen, as it is and as it is typed, and taken by the sync', () => {
  for (let draw = 0; draw < 200; draw++) {
    const code = newCode();
    const typed = code.replaceAll('-', ' ').toLowerCase();
    for (const text of [code, typed, `https://home.example/#/join/${code}`]) {
      const read = readJoinCode(text);
      expect(read).toEqual({ ok: true, code });
      expect(read.ok && parseCode(read.code)).toBe(code);
    }
  }
});
