import { useCallback, useEffect, useState } from 'react';
import { AskFailureText } from '@/components/AskFailureText';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';
import { useToasts } from '@/stores/toasts';
import type { FiguresService } from '@/sync/figures/service';
import type { Answer } from '@/sync/service';
import { type FiguresView, readFiguresState } from './figuresState';
import { PhonesFrame } from './PhonesFrame';
import { PublishedFigures } from './PublishedFigures';
import { useAskFigures } from './useAskFigures';

/** Household → Phones → Figures for Grafana: what is published, what that gives up, and its end. */
export function FiguresPage() {
  const { t } = useTranslation();
  const isSharing = useSyncStatus(({ sharing }) => sharing === 'on');
  return (
    <PhonesFrame title={t('figures.title')}>
      <p>{t('figures.hint')}</p>
      {isSharing ? <FiguresSetting /> : <p>{t('figures.noServer')}</p>}
    </PhonesFrame>
  );
}

function FiguresSetting() {
  const { t } = useTranslation();
  const reading = useAskFigures();
  const changing = useAskFigures();
  const [view, setView] = useState<FiguresView | null>(null);

  const { ask } = reading;
  const read = useCallback(async () => {
    const answer = await ask(readFiguresState);
    if (answer.ok) setView(answer.value);
  }, [ask]);
  useEffect(() => void read(), [read]);

  const change = async (question: (service: FiguresService) => Promise<Answer>, done?: string) => {
    if (!(await changing.ask(question)).ok) return;
    if (done) useToasts.getState().showSuccess(done);
    await read();
  };
  const switchOn = () => change((service) => service.switchOn());
  const switchOff = () => change((service) => service.switchOff(), t('figures.switchedOff'));

  return (
    <>
      <p>{t('figures.givesUp')}</p>
      {renderState()}
      {changing.isBusy && (
        <p className={form.hint} role="status">
          {t('figures.publishing')}
        </p>
      )}
      <AskFailureText failure={changing.failure} />
    </>
  );

  function renderState() {
    if (reading.failure)
      return (
        <>
          <AskFailureText failure={reading.failure} />
          <Button onClick={read}>{t('phones.tryAgain')}</Button>
        </>
      );
    if (!view) return <p className={form.hint}>{t('figures.reading')}</p>;
    const { state, own } = view;
    if (state === 'here' && own)
      return <PublishedFigures own={own} isBusy={changing.isBusy} onChange={change} onSwitchOff={switchOff} />;
    return (
      <>
        {state === 'elsewhere' && <p>{t('figures.elsewhere')}</p>}
        {state === 'stopped' && <p>{t('figures.stopped')}</p>}
        {state !== 'stopped' && <p>{t('figures.nameless')}</p>}
        <p className={form.hint}>{t('figures.when')}</p>
        <Button variant="primary" disabled={changing.isBusy} onClick={switchOn}>
          {t(SWITCH_ON[state])}
        </Button>
        {state !== 'off' && (
          <Button variant="quiet" disabled={changing.isBusy} onClick={switchOff}>
            {t(state === 'stopped' ? 'figures.leaveOff' : 'figures.switchOff')}
          </Button>
        )}
      </>
    );
  }
}

const SWITCH_ON = {
  off: 'figures.switchOn',
  here: 'figures.switchOn',
  elsewhere: 'figures.takeOver',
  stopped: 'figures.switchOnAgain',
} as const;
