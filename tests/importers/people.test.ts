import { describe, expect, it } from 'vitest';
import { newCaregiver, newChild } from '@/domain/defaults';
import type { Caregiver, Child } from '@/domain/rows/household';
import type { PeopleInFiles } from '@/importers/people';
import { namePeople, type PeopleAnswers, presetPeople } from '@/importers/plan/people';
import { newPersonId } from '@/importers/plan/toRows';
import { addMs } from '@/lib/time';
import { NOW } from '../support/importers/importChoice';

const child = (name: string, more: Partial<Child> = {}): Child => ({
  ...newChild(`id of ${name}`, name, 'blue', NOW),
  ...more,
});
const caregiver = (name: string, more: Partial<Caregiver> = {}): Caregiver => ({
  ...newCaregiver(`id of ${name}`, name, 'orange', NOW),
  ...more,
});
const inFiles = (people: Partial<PeopleInFiles>): PeopleInFiles => ({
  children: [],
  described: [],
  caregivers: [],
  ...people,
});

describe('who somebody of the files is', () => {
  it.each<[string, (string | null)[], Child[], [string | null, string][]]>([
    [
      'the same name, in any case and form',
      ['LE\u0301O '],
      [child('L\u00e9o'), child('Zoé')],
      [['LE\u0301O ', 'id of L\u00e9o']],
    ],
    ['the only one there and here', [null], [child('Léo')], [[null, 'id of Léo']]],
    ['not said, if there are two here', [null], [child('Léo'), child('Zoé')], []],
    ['not said, if there are two there', ['A', 'B'], [child('Léo')], []],
    ['not said by a child that is deleted', ['Léo'], [child('Léo', { deletedAt: NOW })], []],
    [
      'whom an import made of that name, and somebody has renamed',
      ['Léo'],
      [child('Leo Max', { id: newPersonId('children', 'Léo') }), child('Zoé')],
      [['Léo', newPersonId('children', 'Léo')]],
    ],
  ])('is preset: %s', (_why, children, known, expected) => {
    const presets = presetPeople(inFiles({ children }), { children: known, caregivers: [] });
    expect([...presets.children].map(([key, person]) => [key, person && 'id' in person && person.id])).toEqual(
      expected,
    );
  });

  it('is preset by the name that the files give to a number', () => {
    const people = inFiles({ children: ['7'], described: [{ key: '7', name: 'Zoé', birthDate: null }] });
    const presets = presetPeople(people, { children: [child('Léo'), child('Zoé')], caregivers: [] });
    expect(presets.children.get('7')).toEqual({ id: 'id of Zoé' });
  });

  it('is nobody, if a caregiver has no namesake', () => {
    const people = inFiles({ caregivers: ['mum', 'Nana'] });
    const { caregivers } = presetPeople(people, { children: [], caregivers: [caregiver('Mum')] });
    expect([...caregivers]).toEqual([
      ['mum', { id: 'id of Mum' }],
      ['Nana', null],
    ]);
  });
});

describe('new people', () => {
  const answers = (children: [string | null, string][]): PeopleAnswers => ({
    children: new Map(children.map(([key, name]) => [key, { name }])),
    caregivers: new Map(),
  });
  const nobody = { children: [], caregivers: [] };

  it('of one name, however it is typed, are one, with the birth date of the files', () => {
    const people = inFiles({
      children: ['1', '2'],
      described: [{ key: '1', name: 'Léo', birthDate: '2026-02-17' }],
    });
    const named = namePeople(
      answers([
        ['1', 'Léo'],
        ['2', ' léo '],
      ]),
      people,
      nobody,
      NOW,
    );
    expect(named.children).toMatchObject([{ name: 'Léo', birthDate: '2026-02-17' }]);
    expect(named.childOf('2')).toBe(named.childOf('1'));
  });

  it('that were deleted come back instead of being made twice', () => {
    const gone = child('Léo', { id: newPersonId('children', 'Léo'), color: 'pink', deletedAt: NOW });
    const named = namePeople(
      answers([[null, 'Léo']]),
      inFiles({ children: [null] }),
      { ...nobody, children: [gone] },
      NOW,
    );
    expect(named.children).toEqual([{ ...gone, deletedAt: null, updatedAt: addMs(NOW, 1) }]);
  });

  it('have names that fit a row', () => {
    const named = namePeople(answers([[null, 'x'.repeat(500)]]), inFiles({ children: [null] }), nobody, NOW);
    expect(named.children[0]?.name).toMatch(/^x+…$/);
  });
});
