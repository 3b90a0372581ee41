/**
 * The version of the app in this window, which the build writes into the page
 * (build/publishVersion.ts). Null in development.
 */
export const pageVersion = (): string | null =>
  document.querySelector<HTMLElement>('script[data-version]')?.dataset.version ?? null;
