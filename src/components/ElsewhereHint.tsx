import { useTranslation } from '@/i18n/useTranslation';
import controls from './controls.module.css';

/**
 * Says that another window has changed or deleted what this sheet was opened with. It renders
 * nothing while that is as it was.
 */
export function ElsewhereHint({ state }: { state: 'same' | 'changed' | 'gone' }) {
  const { t } = useTranslation();
  if (state === 'same') return null;
  return (
    <p role="alert" className={controls.error}>
      {t(state === 'gone' ? 'common.kept.gone' : 'common.kept.stale')}
    </p>
  );
}
