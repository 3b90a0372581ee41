import type { CSSProperties, ReactNode } from 'react';
import { useWidth } from '@/hooks/useWidth';
import styles from './paper.module.css';
import './print.css';

/** An A4 page's, in the pixels of a style sheet: 210 mm. */
const PAPER_WIDTH = 794;

interface PaperPagesProps {
  /** Else as large as there is room for. */
  isFullSize: boolean;
  children: ReactNode;
}

/** The pages as they will be printed. On the screen they are the same pages, drawn smaller: nothing is laid out anew. */
export function PaperPages({ isFullSize, children }: PaperPagesProps) {
  const { width, ref } = useWidth<HTMLDivElement>();
  const scale = isFullSize ? 1 : Math.min(1, width / PAPER_WIDTH);
  return (
    <div className={styles.preview} ref={ref}>
      <div data-report style={{ '--scale': scale } as CSSProperties}>
        {children}
      </div>
    </div>
  );
}
