import { memo, type ReactNode, useDeferredValue, useId } from 'react';
import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './dashboard.module.css';
import { CardPicture } from './export/CardPicture';

/**
 * What a chart is drawn from, as a table with the same values in words. The first cell of each row
 * is the row's heading.
 */
interface Table {
  head: readonly string[];
  /** Called only after the charts are drawn. */
  rows: () => readonly (readonly string[])[];
}

interface CardProps {
  /** The name of the card's files, by which tests find the card, too. */
  name: string;
  /** The question that the card answers. */
  question: string;
  /** Undefined if the card shows several figures as its children. */
  figure?: ReactNode;
  change?: ReactNode;
  /** What the chart says, in plain words. */
  sentence: string;
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
  /** Whether the card is two columns wide, if the page has several columns. */
  wide?: boolean;
  children?: ReactNode;
}

/** With fewer cases than this, a figure says too little. */
export const MIN_CASES = 5;

/**
 * Shows a question, its figure, how the figure has changed, the chart, what the chart says, and the
 * table behind it.
 */
export function Card({ name, question, figure, change, sentence, cases, table, link, wide, children }: CardProps) {
  const { t } = useTranslation();
  const id = useId();
  const hasTooFewCases = cases !== undefined && cases < MIN_CASES;
  const isEmpty = cases === 0;
  return (
    <section className={styles.card} aria-labelledby={id} data-card={name} data-few={hasTooFewCases} data-wide={wide}>
      <h2 id={id}>{question}</h2>
      {!isEmpty && <CardPicture name={name} question={question} />}
      {figure !== undefined && (
        <p className={styles.figure}>
          <strong>{figure}</strong>
          {!hasTooFewCases && change}
        </p>
      )}
      {hasTooFewCases && !isEmpty && <p className={styles.few}>{t('dashboard.few', { count: cases })}</p>}
      {!isEmpty && children}
      <p className={styles.sentence}>{sentence}</p>
      {link && (
        <Link href={link.href} className={`${controls.button} ${styles.open}`} data-no-picture>
          {link.label}
        </Link>
      )}
      {!isEmpty && table && <CardTable table={table} caption={question} />}
    </section>
  );
}

/**
 * The table's rows are rendered after the charts. A dozen tables over twelve weeks have thousands
 * of cells, and no table is open yet.
 */
function CardTable({ table, caption }: { table: Table; caption: string }) {
  const { t } = useTranslation();
  const deferredTable = useDeferredValue(table, EMPTY_TABLE);
  return (
    <details className={styles.table} data-no-picture>
      <summary>{t('dashboard.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls this box */}
      <div className={styles.scroller} role="group" aria-label={caption} tabIndex={0}>
        <Rows table={deferredTable} caption={caption} />
      </div>
    </details>
  );
}

const EMPTY_TABLE: Table = { head: [], rows: () => [] };

const Rows = memo(({ table: { head, rows }, caption }: { table: Table; caption: string }) => (
  <table>
    <caption className="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        {head.map((cell) => (
          <th key={cell} scope="col">
            {cell}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows().map(([first, ...cells], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people can have the same name
        <tr key={index}>
          <th scope="row">{first}</th>
          {cells.map((cell, index) => (
            <td key={head[index + 1]}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
));
