import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { failureOf } from '@/db/failure';

const domException = (name: string, message = '') => new DOMException(message, name);

it.each([
  [domException('QuotaExceededError'), 'full'],
  [new Dexie.AbortError('aborted', domException('QuotaExceededError')), 'full'],
  [domException('SecurityError', 'The operation is insecure.'), 'unavailable'],
  [
    new Dexie.OpenFailedError('no', domException('InvalidStateError', 'A mutation operation was attempted')),
    'connectionLost',
  ],
  [new Dexie.MissingAPIError('IndexedDB API missing'), 'unavailable'],
  [new Dexie.DatabaseClosedError('closed'), 'connectionLost'],
  [
    domException('UnknownError', 'Connection to Indexed Database server lost. Refresh the page to try again'),
    'connectionLost',
  ],
  [domException('InvalidStateError', 'The database connection is closing.'), 'connectionLost'],
  [new Error('something else'), 'unknown'],
  ['not even an error', 'unknown'],
])('returns for %s the failure "%s"', (error, failure) => {
  expect(failureOf(error)).toBe(failure);
});

it('stops at an error that is its own cause', () => {
  const error = new Error('round');
  error.cause = error;
  expect(failureOf(error)).toBe('unknown');
});
