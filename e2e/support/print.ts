/**
 * Prints a seed, without which a failure cannot be repeated, or a figure that a test has measured.
 */
export function print(line: string): void {
  // biome-ignore lint/suspicious/noConsole: Playwright's list has no other place for it
  console.log(line);
}
