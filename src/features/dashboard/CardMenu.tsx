import Ellipsis from 'lucide-react/icons/ellipsis';
import { memo, useDeferredValue } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './dashboard.module.css';
import { CardPicture } from './export/CardPicture';

/**
 * What a chart is drawn from, as a table with the same values in words. The first cell of each row
 * is the row's heading.
 */
export interface Table {
  head: readonly string[];
  /** Called only after the charts are drawn. */
  rows: () => readonly (readonly string[])[];
}

interface CardMenuProps {
  name: string;
  question: string;
  explanation?: string | undefined;
  table?: Table | undefined;
}

/**
 * What lies behind a card: how its figure is meant, its table, and its picture. It opens in the
 * card, right under the finger, and stays open until it is closed. On paper it is always open.
 */
export function CardMenu({ name, question, explanation, table }: CardMenuProps) {
  const { t } = useTranslation();
  return (
    <details className={styles.behind} data-no-picture>
      <summary className={styles.round}>
        <Ellipsis aria-hidden="true" />
        <span className="visually-hidden">{t('dashboard.behind', { question })}</span>
      </summary>
      {explanation && <p>{explanation}</p>}
      <CardPicture name={name} question={question} />
      {table && <CardTable table={table} caption={question} />}
    </details>
  );
}

/**
 * The table's rows are rendered after the charts. A dozen tables over twelve weeks have thousands
 * of cells, and no table is open yet.
 */
function CardTable({ table, caption }: { table: Table; caption: string }) {
  const deferredTable = useDeferredValue(table, EMPTY_TABLE);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls this box
    <div className={styles.scroller} role="group" aria-label={caption} tabIndex={0}>
      <Rows table={deferredTable} caption={caption} />
    </div>
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
