/**
 * Returns the locales of a list that `Intl` accepts, in their order and canonical form. It never
 * throws. A browser may list what its system calls a locale, and `Intl` throws on that:
 * `en-US@posix` is read as `en-US`; `c`, `*`, `C.UTF-8` and what is no text are left out.
 *
 * @param tags such as `navigator.languages`
 * @returns possibly an empty list
 */
export function usableLocales(tags: readonly string[]): string[] {
  return tags.flatMap((tag) => {
    try {
      return Intl.NumberFormat.supportedLocalesOf(tag.replace(/@.*/, ''));
    } catch {
      return [];
    }
  });
}

/** Returns the locales of this device, the preferred one first; it never throws. */
export const deviceLocales = (): string[] => usableLocales([...(navigator.languages ?? []), hostLocale()]);

/** A browser that hides its languages still formats in one, unless even that is unknown to it. */
function hostLocale(): string {
  try {
    return Intl.NumberFormat().resolvedOptions().locale;
  } catch {
    return 'en';
  }
}
