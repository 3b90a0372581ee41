import { type RefObject, useEffect, useState } from 'react';

/** What is at most this far above or below the screen is drawn. */
const MARGIN = '1200px 0px';

/**
 * Returns whether an element is on the screen or near it. Always true where the browser can't tell.
 *
 * An element that has the focus stays "near", because a keyboard or a screen reader would lose its
 * place if the focused link disappeared.
 */
export function useNearViewport(ref: RefObject<HTMLElement | null>, initial: boolean): boolean {
  const canObserve = 'IntersectionObserver' in window;
  const [isNear, setIsNear] = useState(initial || !canObserve);
  useEffect(() => {
    const element = ref.current;
    if (!element || !canObserve) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const latest = entries.at(-1);
        if (latest) setIsNear(latest.isIntersecting || element.contains(document.activeElement));
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, canObserve]);
  return isNear;
}
