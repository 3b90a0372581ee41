/* Compares two sets of figures, so that a failure names the figure. */

const TOLERANCE = 1e-9;

const isSame = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Returns every key at which two values differ, such as `nights.2.downtime: 12 instead of 13`.
 * Numbers may differ by rounding.
 */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (typeof actual === 'number' && typeof expected === 'number' && isSame(actual, expected)) return [];
  if (isObject(actual) && isObject(expected) && Array.isArray(actual) === Array.isArray(expected)) {
    const keys = [...new Set([...Object.keys(actual), ...Object.keys(expected)])];
    return keys.flatMap((key) => {
      const keyPath = path === '' ? key : `${path}.${key}`;
      if (!(key in actual)) return [`${keyPath}: is missing`];
      if (!(key in expected)) return [`${keyPath}: should not be there`];
      return differences(actual[key], expected[key], keyPath);
    });
  }
  return Object.is(actual, expected)
    ? []
    : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}
