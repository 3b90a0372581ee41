import { describe, expect, it } from 'vitest';
import { runbookPath } from '@/features/oncall/runbooks/runbookPaths';

describe('runbookPath', () => {
  it('gives each id a path of its own, whatever characters the id contains', () => {
    const ids = ['a b', 'a~20b', 'a%20b', 'é/%', '~', '%7E', '~7E'];
    expect(new Set(ids.map(runbookPath)).size).toBe(ids.length);
  });

  it('leaves a UUID as it is', () => {
    const id = '0194e1a2-7c3d-7e4f-8a5b-6c7d8e9fa0b1';
    expect(runbookPath(id)).toBe(`/household/on-call/${id}`);
  });
});
