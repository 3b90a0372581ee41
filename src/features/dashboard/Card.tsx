import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { useTranslation } from '@/i18n/useTranslation';
import { CardMenu, type Table } from './CardMenu';
import { MIN_CASES } from './cases';
import styles from './dashboard.module.css';

interface CardProps {
  /** The name of the card's files, by which tests find the card, too. */
  name: string;
  /** The question that the card answers. */
  question: string;
  /** Undefined if the card shows several figures as its children. */
  figure?: ReactNode;
  change?: ReactNode;
  /** What the chart says, in one line of plain words. */
  sentence?: string;
  /** How the figure is meant, for those who ask: it is in the card's menu. */
  explanation?: string | undefined;
  /**
   * How many cases the figure is computed from. With fewer than five, the card says so and the
   * figure is muted. Undefined if the number of cases does not matter.
   */
  cases?: number;
  table?: Table;
  /**
   * A link to the page where the parent can change something. It is shown also while the card has
   * no data.
   */
  link?: { href: string; label: string };
  children?: ReactNode;
}

/**
 * Reads like a sentence: a question, its figure, how the figure has changed, the chart, and what
 * the chart says. The picture, the table and the explanation are in the card's menu.
 */
export function Card({
  name,
  question,
  figure,
  change,
  sentence,
  explanation,
  cases,
  table,
  link,
  children,
}: CardProps) {
  const { t } = useTranslation();
  const id = useId();
  const hasTooFewCases = cases !== undefined && cases < MIN_CASES;
  const isEmpty = cases === 0;
  return (
    <section className={styles.card} aria-labelledby={id} data-card={name} data-few={hasTooFewCases}>
      <h3 id={id}>{question}</h3>
      {!isEmpty && <CardMenu name={name} question={question} explanation={explanation} table={table} />}
      {figure !== undefined && (
        <p className={styles.figure}>
          <strong>{figure}</strong>
          {!hasTooFewCases && change}
        </p>
      )}
      {hasTooFewCases && !isEmpty && <p className={styles.few}>{t('dashboard.few', { count: cases })}</p>}
      {!isEmpty && children}
      {sentence && <p className={styles.sentence}>{sentence}</p>}
      {link && (
        <Link href={link.href} className={styles.link} data-no-picture>
          {link.label}
          <ChevronRight aria-hidden="true" size={18} />
        </Link>
      )}
    </section>
  );
}
