import { useLiveQuery } from 'dexie-react-hooks';
import { readUnlogged } from '@/db/sharing/unlogged';
import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { useTranslation } from '@/i18n/useTranslation';
import type { PushButton } from '@/sync/buttons/service';
import styles from '../phones.module.css';
import { useButtonText } from './useButtonText';

/** The presses that this phone could not log, each with the reason. Nothing if there are none. */
export function UnloggedPresses({ buttons }: { buttons: readonly PushButton[] }) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const { formatMoment } = useMomentText();
  const { formatName } = useButtonText();
  const presses = useLiveQuery(() => readUnlogged(db), [db]) ?? [];
  if (presses.length === 0) return null;
  return (
    <section className={styles.stack} aria-labelledby="unlogged">
      <h2 id="unlogged">{t('buttons.unlogged.title')}</h2>
      <ul className={styles.notices}>
        {presses.map(({ id, buttonId, at, word, why }) => (
          <li key={id}>
            {t('buttons.unlogged.text', {
              moment: formatMoment(at),
              name: formatName(buttons.find((button) => button.id === buttonId) ?? { name: null }),
              word: t(`buttons.unlogged.${word ?? 'unknownWord'}`),
              why: t(`buttons.unlogged.${why}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
