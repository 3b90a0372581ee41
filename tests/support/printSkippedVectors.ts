import { HAS_IMPORT_FIXTURES, LEFT_OUT_IMPORTS } from './importers/importFixtures';
import { HAS_SPREADSHEET, LEFT_OUT_SPREADSHEET } from './spreadsheet';
import { HAS_VECTORS, LEFT_OUT } from './vectors';

/**
 * Vitest runs this around all tests, so that what was skipped is printed on the last line before
 * the result.
 */
export default function setup() {
  return () => {
    const leftOut = [
      ...(HAS_VECTORS ? [] : [LEFT_OUT]),
      ...(HAS_IMPORT_FIXTURES ? [] : [LEFT_OUT_IMPORTS]),
      ...(HAS_SPREADSHEET ? [] : [LEFT_OUT_SPREADSHEET]),
    ];
    if (leftOut.length > 0) process.stdout.write(`\nLeft out: ${leftOut.join('; ')}. What they say was not tested.\n`);
  };
}
