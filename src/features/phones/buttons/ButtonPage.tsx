import { Redirect, useLocation } from 'wouter';
import { Button } from '@/components/Button';
import { Fold } from '@/components/Fold';
import form from '@/components/form.module.css';
import { useAskButtons } from '@/hooks/useAskButtons';
import { useTranslation } from '@/i18n/useTranslation';
import { useToasts } from '@/stores/toasts';
import type { PushButton } from '@/sync/buttons/service';
import { PhonesFrame } from '../PhonesFrame';
import styles from '../phones.module.css';
import { ButtonsFailureText } from './ButtonsFailureText';
import { useButtons } from './useButtons';
import { useButtonText } from './useButtonText';

const LIST = '/household/phones/buttons';

/** One button: whose it is, when it was last pressed, and its end. */
export function ButtonPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const { buttons, failure } = useButtons();
  const { formatName, formatState } = useButtonText();
  const button = buttons?.find((other) => other.id === id);
  if (buttons && !button) return <Redirect to={LIST} replace />;
  return (
    <PhonesFrame title={button ? formatName(button) : t('buttons.title')} behind="buttons">
      {button ? (
        <>
          <p>{formatState(button)}</p>
          <RemoveButton button={button} />
        </>
      ) : (
        !failure && <p className={form.hint}>{t('buttons.reading')}</p>
      )}
      <ButtonsFailureText failure={failure} />
    </PhonesFrame>
  );
}

function RemoveButton({ button }: { button: PushButton }) {
  const { t } = useTranslation();
  const { formatName } = useButtonText();
  const { ask, isBusy, failure } = useAskButtons();
  const [, navigate] = useLocation();
  const name = formatName(button);

  const remove = async () => {
    if (!(await ask((service) => service.removeButton(button.id))).ok) return;
    useToasts.getState().showSuccess(t('buttons.remove.done', { name }));
    navigate(LIST);
  };
  return (
    <Fold title={t('buttons.remove.title')}>
      <div className={styles.stack}>
        <p>{t('buttons.remove.text')}</p>
        <Button disabled={isBusy} onClick={remove}>
          {t('buttons.remove.button', { name })}
        </Button>
        <ButtonsFailureText failure={failure} />
      </div>
    </Fold>
  );
}
