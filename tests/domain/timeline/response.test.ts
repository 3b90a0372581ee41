import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import { isResponse } from '@/domain/timeline/response';
import { entry, MUM } from '../../support/factories';

describe('isResponse', () => {
  it.each<[string, Entry, boolean]>([
    ['got up', entry('acknowledged', '02:44'), true],
    ['tried a remedy', entry('remedy', '02:50', { by: MUM }), true],
    ['who is unknown tried a remedy', entry('remedy', '02:50', { by: null }), false],
    ['brought the child back to sleep', entry('resolved', '03:03', { by: MUM }), true],
    ['was there in the morning', entry('resolved', '06:10', { by: MUM, outcome: 'upForDay' }), true],
    ['logged that the child settled alone', entry('resolved', '03:03', { by: MUM, outcome: 'selfSettled' }), false],
    ['only logged the cry', entry('detected', '02:43', { by: MUM }), false],
    ['was woken', entry('escalated', '02:44'), false],
    ['did not wake', entry('noResponse', '02:45'), false],
    ['went back to bed', entry('stoodDown', '02:55'), false],
  ])('decides whether an entry is a response: a caregiver %s', (_what, candidate, expected) => {
    expect(isResponse(candidate)).toBe(expected);
  });
});
