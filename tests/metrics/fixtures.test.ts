import { describe, expect, it } from 'vitest';
import { parseBackup } from '@/domain/backup';
import { computeMetrics } from '@/metrics/computeMetrics';
import { differences } from '../support/differences';
import { HAS_VECTORS, readVector, vectorTests } from '../support/vectors';

describe.skipIf(!HAS_VECTORS)('computeMetrics of the reference vectors', () => {
  it.each(vectorTests)('%s', (name) => {
    const { log, from, to, now, expected } = readVector(name);
    const parsed = parseBackup(JSON.stringify(log));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    expect(differences(computeMetrics(parsed.backup.log, { from, to }, now), expected)).toEqual([]);
  });
});
