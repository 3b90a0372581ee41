import { useTranslation } from '@/i18n/useTranslation';
import { Button } from './Button';
import styles from './DeletedList.module.css';

export interface DeletedItem {
  key: string;
  /** What it was. */
  title: string;
  /** Its kind, its time and when it was deleted, as far as the list says so. */
  details: readonly string[];
  onBringBack: () => void;
}

/** Lists what was deleted. One tap brings it back. */
export function DeletedList({ items }: { items: readonly DeletedItem[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {items.map(({ key, title, details, onBringBack }) => (
        <li key={key}>
          <span>
            {title}
            {details.map((detail) => (
              <small key={detail}>{detail}</small>
            ))}
          </span>
          <Button aria-label={t('household.deleted.bringBackWhat', { title })} onClick={onBringBack}>
            {t('household.deleted.bringBack')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
