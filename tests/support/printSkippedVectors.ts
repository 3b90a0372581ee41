import { HAS_VECTORS, LEFT_OUT } from './vectors';

/**
 * Vitest runs this around all tests, so that what was skipped is printed on the last line before
 * the result.
 */
export default function setup() {
  return () => {
    if (!HAS_VECTORS) process.stdout.write(`\nLeft out: ${LEFT_OUT}. What they say was not tested.\n`);
  };
}
