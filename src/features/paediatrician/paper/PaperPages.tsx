import type { CSSProperties, ReactNode } from 'react';
import { useWidth } from '@/hooks/useWidth';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './paper.module.css';
import './print.css';

/** The width of an A4 page (210 mm) in CSS pixels. */
const PAPER_WIDTH = 794;

interface PaperPagesProps {
  /** False scales the pages down to the available width. */
  isFullSize: boolean;
  children: ReactNode;
}

/**
 * The pages exactly as they will be printed. On the screen the same pages are scaled, so the layout
 * does not change.
 */
export function PaperPages({ isFullSize, children }: PaperPagesProps) {
  const { t } = useTranslation();
  const { width, ref } = useWidth<HTMLDivElement>();
  const scale = isFullSize ? 1 : Math.min(1, width / PAPER_WIDTH);
  return (
    <div
      className={styles.preview}
      ref={ref}
      // In full size it is scrolled, which must be possible with a keyboard, too.
      {...(isFullSize && { 'data-full-size': '', role: 'region', 'aria-label': t('paediatrician.title'), tabIndex: 0 })}
    >
      <div data-report style={{ '--scale': scale } as CSSProperties}>
        {children}
      </div>
    </div>
  );
}
