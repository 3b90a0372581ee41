import { useCallback, useEffect, useState } from 'react';
import { Link, Redirect } from 'wouter';
import { AskFailureText } from '@/components/AskFailureText';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { useAskPhones } from '@/hooks/useAskPhones';
import { useNow } from '@/hooks/useNow';
import { useTranslation } from '@/i18n/useTranslation';
import { SECOND_MS } from '@/lib/time';
import { useSyncStatus } from '@/stores/sync';
import type { SharedCode } from '@/sync/service';
import { CodeCard } from './CodeCard';
import { PhonesFrame } from './PhonesFrame';
import styles from './phones.module.css';
import { useNewcomers } from './useNewcomers';

const LIST = '/household/phones';

/** Shows a code for another phone while it is good, and says when that phone is in. */
export function AddPage() {
  const { t } = useTranslation();
  const { ask, failure } = useAskPhones();
  const [code, setCode] = useState<SharedCode | null>(null);
  const now = useNow(SECOND_MS);
  const isSharing = useSyncStatus(({ sharing }) => sharing === 'on');
  const { isReady, newcomers, greet } = useNewcomers();

  const makeCode = useCallback(async () => {
    setCode(null);
    const answer = await ask((service) => service.createCode());
    if (answer.ok) setCode(answer.value);
  }, [ask]);
  useEffect(() => void makeCode(), [makeCode]);

  // The status follows the log, so it may still say "off" just after the sharing began.
  if (!isSharing && failure === 'unauthorized') return <Redirect to={LIST} replace />;
  return (
    <PhonesFrame title={t('phones.add')}>
      {/* The empty region takes no room, and is there before it speaks. */}
      <div role="status" className={newcomers.length > 0 ? undefined : 'visually-hidden'}>
        {newcomers.map(({ id, name }) => (
          <p key={id} className={styles.lead}>
            {t('phones.code.joined', { name })}
          </p>
        ))}
      </div>
      {newcomers.length > 0 ? renderDone() : renderCode()}
    </PhonesFrame>
  );

  /** The code is used up. */
  function renderDone() {
    const again = () => {
      greet();
      makeCode();
    };
    return (
      <>
        <Link href={LIST} className={`${controls.button} ${controls.primary}`}>
          {t('phones.code.done')}
        </Link>
        <Button variant="quiet" onClick={again}>
          {t('phones.code.another')}
        </Button>
      </>
    );
  }

  function renderCode() {
    if (failure)
      return (
        <>
          <AskFailureText failure={failure} />
          <Button onClick={makeCode}>{t('phones.tryAgain')}</Button>
        </>
      );
    // Nobody can join before the code is shown.
    if (!code || !isReady) return <p className={form.hint}>{t('phones.code.making')}</p>;
    if (now < code.expiresAt) return <CodeCard code={code} leftMs={code.expiresAt - now} />;
    return (
      <>
        <p>{t('phones.code.over')}</p>
        <Button variant="primary" onClick={makeCode}>
          {t('phones.code.another')}
        </Button>
      </>
    );
  }
}
