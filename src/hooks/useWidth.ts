import { type RefObject, useEffect, useRef, useState } from 'react';

/** The approximate width of a phone, used until the element is measured. */
const INITIAL_WIDTH = 300;

/**
 * Returns the width of an element in whole pixels. A ResizeObserver reports the width; reading it
 * directly would force a layout of the whole page.
 */
export function useWidth<T extends Element>(): { width: number; ref: RefObject<T | null> } {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(INITIAL_WIDTH);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.round(entry?.contentRect.width ?? 0) || INITIAL_WIDTH),
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { width, ref };
}
