import { expect, it } from 'vitest';
import { bringAlong } from '@/domain/phones/bringAlong';
import { exampleLog } from '../../support/backup';
import { LEO, MUM, ZOE } from '../../support/factories';

const sameAs = { children: { [LEO]: 'their Léo', [ZOE]: null }, caregivers: { [MUM]: 'their Mum' } };

it('calls people by the household’s ids everywhere, and brings only those along who are new there', () => {
  const log = exampleLog();
  const text = JSON.stringify(log);
  expect(text).toContain(`"${LEO}"`);
  const { household: _settings, ...brought } = bringAlong(log, sameAs);
  expect(brought.children.map(({ id }) => id)).toEqual(log.children.map(({ id }) => id).filter((id) => id !== LEO));
  expect(brought.caregivers.map(({ id }) => id)).toEqual(log.caregivers.map(({ id }) => id).filter((id) => id !== MUM));
  expect(JSON.stringify(brought)).not.toContain(`"${LEO}"`);
  expect(JSON.stringify(brought)).not.toContain(`"${MUM}"`);
  for (const table of ['incidents', 'episodes', 'observations'] as const)
    expect(brought[table].map(({ childId }) => childId)).toEqual(
      log[table].map(({ childId }) => (childId === LEO ? 'their Léo' : childId)),
    );
});

it('leaves everything else as it is, and the original runbooks behind', () => {
  const log = exampleLog();
  const brought = bringAlong(log, { children: {}, caregivers: {} });
  expect({ ...brought, runbooks: [] }).toEqual({ ...log, runbooks: [] });
  expect(brought.runbooks.filter(({ id }) => id === 'standard' || id === 'double')).toEqual([]);
  expect(brought.runbooks).toEqual(log.runbooks.filter(({ id }) => !['standard', 'degraded', 'double'].includes(id)));
});
