import { type RefObject, useEffect } from 'react';

/**
 * Opens all closed tables while the page is printed, because paper cannot be unfolded. Afterwards
 * each table is as it was before.
 */
export function useOpenTablesForPrint(pageRef: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...(pageRef.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])];
      for (const table of opened) table.open = true;
    };
    const close = () => {
      for (const table of opened) table.open = false;
      opened = [];
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', close);
    };
  }, [pageRef]);
}
