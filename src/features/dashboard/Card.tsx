import { memo, type ReactNode, useDeferredValue, useId } from 'react';
import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './dashboard.module.css';
import { CardPicture } from './export/CardPicture';

/** What a chart is drawn from, as a table: the same cells, in words. The first one of a row is its heading. */
interface Table {
  head: readonly string[];
  /** Asked for only once the pictures are drawn. */
  rows: () => readonly (readonly string[])[];
}

interface CardProps {
  /** Names the card's files, and its place in tests. */
  name: string;
  /** The question it answers. */
  question: string;
  /** Undefined where the card shows several, as its children. */
  figure?: ReactNode;
  change?: ReactNode;
  /** What the chart says, in plain words. */
  sentence: string;
  /** How many cases the figure stands on; under five it says so and is muted. Undefined where that is no question. */
  cases?: number;
  table?: Table;
  /** To where something can be done about it. It is there also while there is nothing to show. */
  link?: { href: string; label: string };
  /** Takes two columns where there are several. */
  wide?: boolean;
  children?: ReactNode;
}

/** Fewer than these are too few to say. */
export const MIN_CASES = 5;

/** A question, its figure, how that has changed, the picture, what it says, and the table behind it. */
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

/** Its rows come after the pictures: in twelve weeks of a dozen tables there are thousands of cells, and nobody has opened one yet. */
function CardTable({ table, caption }: { table: Table; caption: string }) {
  const { t } = useTranslation();
  const deferredTable = useDeferredValue(table, EMPTY_TABLE);
  return (
    <details className={styles.table} data-no-picture>
      <summary>{t('dashboard.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the screen, the keyboard must be able to scroll it */}
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
        // biome-ignore lint/suspicious/noArrayIndexKey: two people or two runbooks may go by one name
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
