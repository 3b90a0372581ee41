import { useEffect, useLayoutEffect } from 'react';

/** How far each page was scrolled when it was last seen, by its address. */
const scrollPositions = new Map<string, number>();

/**
 * What a page does when it comes: it has its title, stands where it was left (a list one comes back to), and takes the focus if
 * the link that led here took it along, so that the keyboard and a screen reader go on from its beginning.
 *
 * @param isReady false while there is nothing to stand on yet
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
    if (main && document.activeElement === document.body) {
      main.tabIndex = -1;
      main.focus({ preventScroll: true });
    }
    const remember = () => scrollPositions.set(address, scrollY);
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [isReady]);
}
