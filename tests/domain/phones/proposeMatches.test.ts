import { describe, expect, it } from 'vitest';
import { matchByHand, type Person, proposeMatches } from '@/domain/phones/proposeMatches';

const person = (id: string, name: string, birthDate: string | null = null): Person => ({ id, name, birthDate });

describe('the proposal of who is who', () => {
  it('matches the same names, whatever their capital letters, accents and spaces', () => {
    const own = [person('a', ' leo'), person('b', 'ZOÉ')];
    const others = [person('x', 'Zoe'), person('y', 'Léo')];
    expect(proposeMatches(own, others)).toEqual({ a: 'y', b: 'x' });
  });

  it('matches the same birth date if the names differ', () => {
    const own = [person('a', 'Baby', '2026-02-10')];
    const others = [person('x', 'Zoé', '2024-08-12'), person('y', 'Léo', '2026-02-10')];
    expect(proposeMatches(own, others)).toEqual({ a: 'y' });
  });

  it('leaves twins of other names to the parents, and matches them by name', () => {
    const twins = [person('x', 'Léo', '2026-02-10'), person('y', 'Zoé', '2026-02-10')];
    expect(proposeMatches([person('a', 'Baby', '2026-02-10')], twins)).toEqual({ a: null });
    expect(proposeMatches([person('a', 'Zoé', '2026-02-10')], twins)).toEqual({ a: 'y' });
    // Once one of the twins is known by name, the other one is the only one left.
    const own = [person('a', 'Zoé', '2026-02-10'), person('b', 'Baby', '2026-02-10')];
    expect(proposeMatches(own, twins)).toEqual({ a: 'y', b: 'x' });
  });

  it('proposes nobody twice, and nothing where two have the same name', () => {
    expect(proposeMatches([person('a', 'Léo'), person('b', 'leo')], [person('x', 'Léo')])).toEqual({
      a: null,
      b: null,
    });
    expect(proposeMatches([person('a', 'Léo')], [person('x', 'Léo'), person('y', 'LÉO')])).toEqual({ a: null });
  });

  it('matches nobody where nothing is the same', () => {
    expect(proposeMatches([person('a', 'Mum')], [person('x', 'Papa')])).toEqual({ a: null });
    expect(proposeMatches([], [person('x', 'Papa')])).toEqual({});
    expect(proposeMatches([person('a', 'Mum')], [])).toEqual({ a: null });
  });
});

describe('a match by hand', () => {
  it('takes the person of the household from whoever was matched before', () => {
    expect(matchByHand({ a: 'x', b: null }, 'b', 'x')).toEqual({ a: null, b: 'x' });
  });

  it('leaves the others as they are when somebody is another one', () => {
    expect(matchByHand({ a: 'x', b: 'y', c: null }, 'b', null)).toEqual({ a: 'x', b: null, c: null });
  });
});
