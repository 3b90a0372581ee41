import { AskFailureText } from '@/components/AskFailureText';
import controls from '@/components/controls.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { ButtonsFailure } from '@/sync/buttons/service';

/** Says why the home server did not do it. Nothing without a failure. */
export function ButtonsFailureText({ failure }: { failure: ButtonsFailure | 'notLoaded' | null }) {
  const { t } = useTranslation();
  if (failure !== 'oldServer') return <AskFailureText failure={failure} />;
  return (
    <p role="alert" className={controls.error}>
      {t('buttons.oldServer')}
    </p>
  );
}
