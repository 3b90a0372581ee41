import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** The pointer handlers of a drag handle. */
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
  /** How far the row was dragged down the page, in pixels. */
  offsetPx: number;
}

/** The page scrolls along when the pointer is this close to the top or bottom of the screen. */
const SCROLL_EDGE_PX = 96;
const SCROLL_PX_PER_FRAME = 10;

/**
 * Reorders the rows of a list by dragging a handle, with a finger or a mouse. During the drag the
 * rows are only shifted with CSS transforms: moving the handle in the document would end its
 * pointer capture. Escape cancels the drag.
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
    setDragging((current) => {
      if (!current) return null;
      const offsetPx = pointerY.current - start.current.y + (scrollY - start.current.scroll);
      return { from: current.from, offsetPx, to: dropIndex(rows.current, current.from, offsetPx) };
    });
  };

  // The list changed during the drag (in another window), so the measured rows are out of date.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs for each change of items
  useEffect(() => setDragging(null), [items]);

  useEffect(() => {
    if (!isDragging) return;
    let frame = requestAnimationFrame(function autoScroll() {
      const pxBelowEdge = pointerY.current - (innerHeight - SCROLL_EDGE_PX);
      const step = pxBelowEdge > 0 ? SCROLL_PX_PER_FRAME : pointerY.current < SCROLL_EDGE_PX ? -SCROLL_PX_PER_FRAME : 0;
      if (step !== 0) {
        scrollBy(0, step);
        updateDrag();
      }
      frame = requestAnimationFrame(autoScroll);
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
    offsetOf: (index: number): number => (dragging ? rowOffset(rows.current, dragging, index) : 0),
    handlePropsOf: (index: number): DragHandleProps => ({
      onPointerDown: (event) => {
        if (event.button !== 0 || !event.isPrimary) return;
        rows.current = [...(list.current?.children ?? [])].map((row) => {
          const { top, height } = row.getBoundingClientRect();
          return { top, height };
        });
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, scroll: scrollY };
        pointerY.current = event.clientY;
        setDragging({ from: index, to: index, offsetPx: 0 });
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

/**
 * Returns the index at which a row dragged by `offsetPx` is dropped: after every row whose middle
 * it has passed.
 */
function dropIndex(rows: readonly RowBox[], from: number, offsetPx: number): number {
  const dragged = rows[from];
  if (!dragged) return from;
  const { top, height } = { ...dragged, top: dragged.top + offsetPx };
  // Downwards the lower edge counts and upwards the upper one, so that rows of different heights
  // swap equally easily.
  const hasPassed = (row: RowBox, index: number) => (index > from ? top + height > middleOf(row) : top > middleOf(row));
  return rows.filter((row, index) => index !== from && hasPassed(row, index)).length;
}

function rowOffset(rows: readonly RowBox[], { from, to, offsetPx }: Dragging, index: number): number {
  if (index === from) return offsetPx;
  const dragged = rows[from];
  const [first, second] = rows;
  if (!dragged || !first || !second) return 0;
  const stepPx = dragged.height + (second.top - first.top - first.height);
  if (from < index && index <= to) return -stepPx;
  return to <= index && index < from ? stepPx : 0;
}
