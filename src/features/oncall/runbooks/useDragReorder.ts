import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** What a handle answers to. */
export interface DragHandleProps {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: () => void;
}

interface RowBox {
  top: number;
  height: number;
}

interface Dragging {
  from: number;
  to: number;
  /** How far it was dragged down the page, in pixels. */
  offsetPx: number;
}

/** Near the edges of the screen the page scrolls along, so fast at most. */
const SCROLL_EDGE_PX = 96;
const SCROLL_PX_A_FRAME = 10;

/**
 * Puts the rows of a list in another order by dragging a handle, with a finger as with a mouse. Nothing moves in the document until it is
 * let go, or the finger would lose what it holds: rows are shifted. Escape lets everything lie as it was.
 */
export function useDragReorder(
  list: RefObject<HTMLOListElement | null>,
  items: readonly unknown[],
  onDrop: (from: number, to: number) => void,
) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const rows = useRef<RowBox[]>([]);
  const start = useRef({ y: 0, scroll: 0 });
  const pointerY = useRef(0);
  const isDragging = dragging !== null;

  const updateDrag = () => {
    setDragging((now) => {
      if (!now) return null;
      const by = pointerY.current - start.current.y + (scrollY - start.current.scroll);
      return { from: now.from, offsetPx: by, to: dropIndex(rows.current, now.from, by) };
    });
  };

  // Another window changed the list: what was measured is no longer so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => setDragging(null), [items]);

  useEffect(() => {
    if (!isDragging) return;
    let frame = requestAnimationFrame(function scrollAlong() {
      const below = pointerY.current - (innerHeight - SCROLL_EDGE_PX);
      const step = below > 0 ? SCROLL_PX_A_FRAME : pointerY.current < SCROLL_EDGE_PX ? -SCROLL_PX_A_FRAME : 0;
      if (step !== 0) {
        scrollBy(0, step);
        updateDrag();
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
    offsetOf: (place: number): number => (dragging ? rowOffset(rows.current, dragging, place) : 0),
    handlePropsOf: (place: number): DragHandleProps => ({
      onPointerDown: (event) => {
        if (event.button !== 0 || !event.isPrimary) return;
        rows.current = [...(list.current?.children ?? [])].map((row) => {
          const { top, height } = row.getBoundingClientRect();
          return { top, height };
        });
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, scroll: scrollY };
        pointerY.current = event.clientY;
        setDragging({ from: place, to: place, offsetPx: 0 });
      },
      onPointerMove: ({ clientY }) => {
        pointerY.current = clientY;
        if (dragging) updateDrag();
      },
      onPointerUp: () => {
        setDragging(null);
        if (dragging && dragging.to !== dragging.from) onDrop(dragging.from, dragging.to);
      },
      onPointerCancel: () => setDragging(null),
    }),
  };
}

const middleOf = ({ top, height }: RowBox): number => top + height / 2;

/** Where a row dragged so far would come to lie: behind every other whose middle it has passed. */
function dropIndex(rows: readonly RowBox[], from: number, by: number): number {
  const dragged = rows[from];
  if (!dragged) return from;
  const { top, height } = { ...dragged, top: dragged.top + by };
  // Down by its lower edge, up by its upper one: a high row and a low one change places as easily.
  const passed = (row: RowBox, place: number) => (place > from ? top + height > middleOf(row) : top > middleOf(row));
  return rows.filter((row, place) => place !== from && passed(row, place)).length;
}

function rowOffset(rows: readonly RowBox[], { from, to, offsetPx }: Dragging, place: number): number {
  if (place === from) return offsetPx;
  const dragged = rows[from];
  const [first, second] = rows;
  if (!dragged || !first || !second) return 0;
  const stepPx = dragged.height + (second.top - first.top - first.height);
  if (from < place && place <= to) return -stepPx;
  return to <= place && place < from ? stepPx : 0;
}
