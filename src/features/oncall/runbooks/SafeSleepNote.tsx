import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';

/**
 * Says why no original runbook leads to the parents' bed, where a step does. The advice is that of
 * the American Academy of Pediatrics (2022) and of Santé publique France.
 */
export function SafeSleepNote() {
  const { t } = useTranslation();
  return (
    <p className={form.hint} role="note">
      {t('runbooks.safeSleep')}
    </p>
  );
}
