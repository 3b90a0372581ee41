import { expect, it } from 'vitest';
import { medicinesOf } from '@/domain/health/medicines';
import { dose as given } from '../../support/health';

const dose = (name: string, amount = '3 ml', minHours: number | null = 6) => given('03:10', minHours, { name, amount });

it('returns each medicine once, as it was given last', () => {
  const doses = [dose('Paracetamol'), dose('Ibuprofen', '2 ml', 8), dose(' paracetamol ', '3 ML')];
  expect(medicinesOf(doses, 4)).toEqual([
    { name: 'Paracetamol', amount: '3 ml', minHours: 6 },
    { name: 'Ibuprofen', amount: '2 ml', minHours: 8 },
  ]);
});

it('regards another amount or interval as another medicine', () => {
  const doses = [dose('Paracetamol'), dose('Paracetamol', '150 mg'), dose('Paracetamol', '3 ml', null)];
  expect(medicinesOf(doses, 4)).toHaveLength(3);
});

it('returns at most as many as asked for, and none without doses', () => {
  expect(medicinesOf([dose('a'), dose('b'), dose('c')], 2).map(({ name }) => name)).toEqual(['a', 'b']);
  expect(medicinesOf([], 2)).toEqual([]);
});
