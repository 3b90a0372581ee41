import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { AskFailureText } from '@/components/AskFailureText';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { type ReadCode, readJoinCode } from '@/domain/phones/joinCode';
import { useAskPhones } from '@/hooks/useAskPhones';
import { useTranslation } from '@/i18n/useTranslation';
import { installState, subscribeToInstallState } from '@/pwa/install';
import type { Invitation } from '@/sync/service';
import styles from './phones.module.css';

interface CodeFormProps {
  initialCode: string;
  onInvitation: (invitation: Invitation) => void;
}

/**
 * Asks for the code. A code from a link is only filled in: it is good once, and the link may have
 * opened in Safari instead of the app on the home screen.
 */
export function CodeForm({ initialCode, onInvitation }: CodeFormProps) {
  const { t } = useTranslation();
  const { ask, isBusy, failure } = useAskPhones();
  const [typed, setTyped] = useState(initialCode);
  const [refusal, setRefusal] = useState<Exclude<ReadCode, { ok: true }> | 'notFound' | null>(null);
  const isSafari = useSyncExternalStore(subscribeToInstallState, installState) === 'ios';

  const redeem = async (event: FormEvent) => {
    event.preventDefault();
    const read = readJoinCode(typed);
    if (!read.ok) return setRefusal(read);
    setRefusal(null);
    const answer = await ask((service) => service.redeemCode(read.code));
    if (answer.ok) onInvitation(answer.value);
    else if (answer.failure === 'notFound') setRefusal('notFound');
  };
  return (
    <form className={form.form} noValidate onSubmit={redeem}>
      {isSafari && <p className={styles.notice}>{t('phones.join.inBrowser')}</p>}
      <Field
        label={t('phones.join.code')}
        hint={t('phones.join.codeHint')}
        error={refusal && refusalText(refusal)}
        className={`${controls.input} ${styles.codeField}`}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefusal(null);
        }}
      />
      {failure !== 'notFound' && <AskFailureText failure={failure} />}
      <Button variant="primary" type="submit" disabled={isBusy}>
        {t('phones.join.goOn')}
      </Button>
      {isBusy && (
        <p className={form.hint} role="status">
          {t('phones.join.looking')}
        </p>
      )}
    </form>
  );

  function refusalText(refused: NonNullable<typeof refusal>): string {
    if (refused === 'notFound') return t('phones.failure.notFound');
    return refused.problem === 'length'
      ? t('phones.join.wrongLength', { count: refused.count })
      : t('phones.join.wrongCharacter', { character: refused.character });
  }
}
