/**
 * Returns the locales of a list that `Intl` accepts, in their order and canonical form. It never
 * throws. A browser may list what its system calls a locale, and `Intl` throws on each of these:
 * `en-US@posix` and `en_US.UTF-8` are read as `en-US`; `c`, `*` and what is no text are left out.
 *
 * @param tags such as `navigator.languages`; some browsers have none
 * @returns possibly an empty list
 */
export function usableLocales(tags: readonly string[] | null | undefined): string[] {
  return [tags ?? []].flat().flatMap((tag) => {
    try {
      return Intl.DateTimeFormat.supportedLocalesOf(tag.replace(/[@.].*/, '').replaceAll('_', '-'));
    } catch {
      return [];
    }
  });
}

/** Returns the locales of this device, the preferred one first; it never throws. */
export const deviceLocales = (): string[] =>
  // A browser that hides its languages still formats in one.
  usableLocales([...(navigator.languages ?? []), new Intl.NumberFormat().resolvedOptions().locale]);
