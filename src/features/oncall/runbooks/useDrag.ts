import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** What a handle answers to. */
export interface Grip {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: () => void;
}

interface Row {
  top: number;
  height: number;
}

interface Dragging {
  from: number;
  to: number;
  /** How far it was dragged down the page, in pixels. */
  by: number;
}

/** Near the edges of the screen the page scrolls along, so fast at most. */
const EDGE_PX = 96;
const SCROLL_PX_A_FRAME = 10;

/**
 * Puts the rows of a list in another order by dragging a handle, with a finger as with a mouse. Nothing moves in the document until it is
 * let go, or the finger would lose what it holds: rows are shifted. Escape lets everything lie as it was.
 */
export function useDrag(
  list: RefObject<HTMLOListElement | null>,
  rowsNow: readonly unknown[],
  onDrop: (from: number, to: number) => void,
) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const rows = useRef<Row[]>([]);
  const start = useRef({ y: 0, scroll: 0 });
  const finger = useRef(0);
  const isDragging = dragging !== null;

  const follow = () => {
    setDragging((now) => {
      if (!now) return null;
      const by = finger.current - start.current.y + (scrollY - start.current.scroll);
      return { from: now.from, by, to: placeOf(rows.current, now.from, by) };
    });
  };

  // Another window changed the list: what was measured is no longer so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => setDragging(null), [rowsNow]);

  useEffect(() => {
    if (!isDragging) return;
    let frame = requestAnimationFrame(function scrollAlong() {
      const below = finger.current - (innerHeight - EDGE_PX);
      const step = below > 0 ? SCROLL_PX_A_FRAME : finger.current < EDGE_PX ? -SCROLL_PX_A_FRAME : 0;
      if (step !== 0) {
        scrollBy(0, step);
        follow();
      }
      frame = requestAnimationFrame(scrollAlong);
    });
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && setDragging(null);
    addEventListener('keydown', onKey);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('keydown', onKey);
    };
  });

  return {
    from: dragging?.from ?? null,
    shiftOf: (place: number): number => (dragging ? shiftOf(rows.current, dragging, place) : 0),
    gripOf: (place: number): Grip => ({
      onPointerDown: (event) => {
        if (event.button !== 0 || !event.isPrimary) return;
        rows.current = [...(list.current?.children ?? [])].map((row) => {
          const { top, height } = row.getBoundingClientRect();
          return { top, height };
        });
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, scroll: scrollY };
        finger.current = event.clientY;
        setDragging({ from: place, to: place, by: 0 });
      },
      onPointerMove: ({ clientY }) => {
        finger.current = clientY;
        if (dragging) follow();
      },
      onPointerUp: () => {
        setDragging(null);
        if (dragging && dragging.to !== dragging.from) onDrop(dragging.from, dragging.to);
      },
      onPointerCancel: () => setDragging(null),
    }),
  };
}

const middle = ({ top, height }: Row): number => top + height / 2;

/** Where a row dragged so far would come to lie: behind every other whose middle it has passed. */
function placeOf(rows: readonly Row[], from: number, by: number): number {
  const dragged = rows[from];
  if (!dragged) return from;
  const { top, height } = { ...dragged, top: dragged.top + by };
  // Down by its lower edge, up by its upper one: a high row and a low one change places as easily.
  const passed = (row: Row, place: number) => (place > from ? top + height > middle(row) : top > middle(row));
  return rows.filter((row, place) => place !== from && passed(row, place)).length;
}

function shiftOf(rows: readonly Row[], { from, to, by }: Dragging, place: number): number {
  if (place === from) return by;
  const dragged = rows[from];
  const [first, second] = rows;
  if (!dragged || !first || !second) return 0;
  const room = dragged.height + (second.top - first.top - first.height);
  if (from < place && place <= to) return -room;
  return to <= place && place < from ? room : 0;
}
