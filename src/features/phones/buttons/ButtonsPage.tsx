import Plus from 'lucide-react/icons/plus';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Fold } from '@/components/Fold';
import form from '@/components/form.module.css';
import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { useTranslation } from '@/i18n/useTranslation';
import { MAX_BUTTONS, type PushButton } from '@/sync/buttons/service';
import { PhonesFrame } from '../PhonesFrame';
import styles from '../phones.module.css';
import { ButtonsFailureText } from './ButtonsFailureText';
import { UnloggedPresses } from './UnloggedPresses';
import { useButtons } from './useButtons';
import { useButtonText } from './useButtonText';

/** Household → Phones → Buttons: what logs without a phone in hand. */
export function ButtonsPage() {
  const { t } = useTranslation();
  const { buttons, failure, read } = useButtons();
  return (
    <PhonesFrame title={t('buttons.title')}>
      <p>{t('buttons.lead')}</p>
      {buttons && <ButtonList buttons={buttons} />}
      {!buttons && !failure && <p className={form.hint}>{t('buttons.reading')}</p>}
      {failure && (
        <>
          <ButtonsFailureText failure={failure} />
          <Button onClick={read}>{t('phones.tryAgain')}</Button>
        </>
      )}
      <UnloggedPresses buttons={buttons ?? []} />
      <div>
        <Fold title={t('buttons.limits.title')}>
          <div className={styles.stack}>
            <p>{t('buttons.limits.adds')}</p>
            <p>{t('buttons.limits.server')}</p>
            <p>{t('buttons.limits.late')}</p>
            <p>{t('buttons.limits.removing')}</p>
          </div>
        </Fold>
      </div>
    </PhonesFrame>
  );
}

function ButtonList({ buttons }: { buttons: readonly PushButton[] }) {
  const { t } = useTranslation();
  const { formatName, formatState } = useButtonText();
  return (
    <>
      {buttons.length === 0 ? (
        <p className={form.hint}>{t('buttons.none')}</p>
      ) : (
        <RowGroup>
          {buttons.map((button) => (
            <LinkRow
              key={button.id}
              page={`phones/buttons/${button.id}`}
              title={formatName(button)}
              state={formatState(button)}
            />
          ))}
        </RowGroup>
      )}
      {buttons.length < MAX_BUTTONS ? (
        <Link href="/household/phones/buttons/add" className={`${controls.button} ${controls.primary}`}>
          <Plus aria-hidden="true" size={20} />
          {t('buttons.add')}
        </Link>
      ) : (
        <p className={form.hint}>{t('buttons.tooMany')}</p>
      )}
    </>
  );
}
