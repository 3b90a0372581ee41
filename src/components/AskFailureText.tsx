import type { AskFailure } from '@/hooks/useAskPhones';
import { useTranslation } from '@/i18n/useTranslation';
import controls from './controls.module.css';

/** Says why the sync did not do what it was asked. Nothing without a failure. */
export function AskFailureText({ failure }: { failure: AskFailure | null }) {
  const { t } = useTranslation();
  if (!failure) return null;
  return (
    <p role="alert" className={controls.error}>
      {t(`phones.failure.${failure}`)}
    </p>
  );
}
