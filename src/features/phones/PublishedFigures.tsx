import { Button } from '@/components/Button';
import { Fold } from '@/components/Fold';
import form from '@/components/form.module.css';
import { RowGroup } from '@/components/rows/RowGroup';
import { SwitchRow } from '@/components/rows/SwitchRow';
import { useMomentText } from '@/hooks/useMomentText';
import { useTranslation } from '@/i18n/useTranslation';
import type { FiguresService, OwnFigures } from '@/sync/figures/service';
import type { Answer } from '@/sync/service';
import { CopyButton } from './CopyButton';
import styles from './phones.module.css';
import { FIGURES_PATH, prometheusConfig } from './prometheusConfig';

interface PublishedFiguresProps {
  own: OwnFigures;
  isBusy: boolean;
  onChange: (question: (service: FiguresService) => Promise<Answer>, done?: string) => void;
  onSwitchOff: () => void;
}

/** What this phone publishes: where it is read, with which token, and how people are called. */
export function PublishedFigures({ own, isBusy, onChange, onSwitchOff }: PublishedFiguresProps) {
  const { t } = useTranslation();
  const { formatMoment } = useMomentText();
  const { token, namedBy, publishedAt } = own;
  const config = prometheusConfig(new URL(location.origin), token);
  return (
    <>
      <p role="status">{t('figures.on', { moment: formatMoment(publishedAt) })}</p>
      <p className={form.hint}>{t('figures.when')}</p>
      <RowGroup>
        <SwitchRow
          title={t('figures.names.title')}
          hint={t(namedBy === 'names' ? 'figures.names.on' : 'figures.names.off')}
          isOn={namedBy === 'names'}
          onSwitch={(isOn) => onChange((service) => service.nameBy(isOn ? 'names' : 'pseudonyms'))}
        />
      </RowGroup>
      <dl className={styles.facts}>
        <dt>{t('figures.address')}</dt>
        <dd>{location.origin + FIGURES_PATH}</dd>
        <dt>{t('figures.token')}</dt>
        <dd>{token}</dd>
      </dl>
      <CopyButton label={t('figures.copyToken')} text={token} done={t('figures.tokenCopied')} />
      <CopyButton label={t('figures.copyConfig')} text={config} done={t('figures.configCopied')} />
      <div>
        <Fold title={t('figures.config')}>
          <pre className={styles.config}>{config}</pre>
        </Fold>
      </div>
      <Button disabled={isBusy} onClick={() => onChange((service) => service.renewToken(), t('figures.renewed'))}>
        {t('figures.renew')}
      </Button>
      <Button variant="quiet" disabled={isBusy} onClick={onSwitchOff}>
        {t('figures.switchOff')}
      </Button>
    </>
  );
}
