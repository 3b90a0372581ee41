import { afterEach, describe, expect, it, vi } from 'vitest';
import { weekdaysOf } from '@/i18n/weekdays';

afterEach(() => vi.unstubAllGlobals());

describe('the weekdays of a calendar', () => {
  it.each([
    ['de-DE', [1, 2, 3, 4, 5, 6, 7]],
    ['fr-FR-u-nu-latn', [1, 2, 3, 4, 5, 6, 7]],
    ['en-US', [7, 1, 2, 3, 4, 5, 6]],
    ['ar-EG-u-nu-latn', [6, 7, 1, 2, 3, 4, 5]],
  ])('in %s are %o', (locale, weekdays) => {
    expect(weekdaysOf(locale)).toEqual(weekdays);
  });

  it('begin with Monday where the browser does not know it', () => {
    vi.stubGlobal('Intl', { Locale: class {} });
    expect(weekdaysOf('en-US')).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
