import { describe, expect, it } from 'vitest';
import { parseBackup } from '@/domain/backup';
import { computeMetrics } from '@/metrics/computeMetrics';
import { differences } from '../support/differences';
import { readVector, VECTORS, vectorsTitle } from '../support/vectors';

describe.skipIf(VECTORS.length === 0)(vectorsTitle, () => {
  it.each(VECTORS)('%s', (name) => {
    const { log, from, to, now, expected } = readVector(name);
    const parsed = parseBackup(JSON.stringify(log), now);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    expect(differences(computeMetrics(parsed.backup.log, { from, to }, now), expected)).toEqual([]);
  });
});
