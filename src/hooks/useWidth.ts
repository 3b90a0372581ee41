import { type RefObject, useEffect, useRef, useState } from 'react';

/** About a phone's, until it is known. */
const INITIAL_WIDTH = 300;

/** The width of an element in whole pixels. It is told, not asked for: to ask would have the whole page laid out at once. */
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
