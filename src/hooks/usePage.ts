import { useEffect, useLayoutEffect } from 'react';

/** The last scroll position of each page, by the page's address. */
const scrollPositions = new Map<string, number>();

/**
 * Sets up a page when it opens: it sets the title and restores the scroll position, which matters
 * when one returns to a list. If the focused link disappeared with the previous page, the heading
 * takes the focus, so that the keyboard and a screen reader continue from the top of the page.
 * @param isReady false while the page has no content yet
 */
export function usePage(title: string, isReady = true): void {
  useEffect(() => {
    document.title = `${title} · InfernalOps`;
  }, [title]);

  useLayoutEffect(() => {
    if (!isReady) return;
    const address = location.hash;
    scrollTo(0, scrollPositions.get(address) ?? 0);
    const main = document.querySelector('main');
    const target = main?.querySelector<HTMLElement>('h1') ?? main;
    if (target && [document.body, main].includes(document.activeElement as HTMLElement)) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
    const savePosition = () => scrollPositions.set(address, scrollY);
    addEventListener('scroll', savePosition, { passive: true });
    return () => removeEventListener('scroll', savePosition);
  }, [isReady]);
}
