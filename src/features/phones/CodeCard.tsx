import Copy from 'lucide-react/icons/copy';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { Button } from '@/components/Button';
import { CopiedByHand } from '@/components/CopiedByHand';
import form from '@/components/form.module.css';
import { groupsOf } from '@/domain/phones/joinCode';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { useToasts } from '@/stores/toasts';
import type { SharedCode } from '@/sync/service';
import styles from './phones.module.css';

const loadQrCode = async (): Promise<{ default: ComponentType<{ text: string; label: string }> }> =>
  import('@/components/QrCode');
/** Without its file, the characters still do. */
const QrCode = lazy(() => loadQrCode().catch(() => ({ default: () => null })));

interface CodeCardProps {
  code: SharedCode;
  /** For how long it is still good. */
  leftMs: number;
}

/** A code as a picture to scan and as characters to read aloud, and what to do with either. */
export function CodeCard({ code: { code, link }, leftMs }: CodeCardProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const [isCopyRefused, setIsCopyRefused] = useState(false);
  const groups = groupsOf(code);
  // A screen reader says the characters one by one, and pauses between the groups.
  const spelled = groups.map((group) => [...group].join(' ')).join(', ');

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setIsCopyRefused(false);
      useToasts.getState().showSuccess(t('phones.code.copied'));
    } catch {
      // The browser may refuse the clipboard.
      setIsCopyRefused(true);
    }
  };
  return (
    <>
      <div className={styles.code}>
        <div className={styles.picture}>
          <Suspense>
            <QrCode text={link} label={t('phones.code.picture')} />
          </Suspense>
        </div>
        <p className={styles.characters} role="img" aria-label={t('phones.code.label', { code: spelled })}>
          {groups.map((group) => (
            <span key={group}>{group}</span>
          ))}
        </p>
        <p className={form.hint} role="timer">
          {t('phones.code.left', { clock: format.clock(leftMs) })}
        </p>
      </div>
      <ul className={styles.steps}>
        <li>{t('phones.code.android')}</li>
        <li>{t('phones.code.iphone')}</li>
      </ul>
      <Button onClick={copy}>
        <Copy aria-hidden="true" size={20} />
        {t('phones.code.copy')}
      </Button>
      {isCopyRefused && (
        <>
          <p className={form.hint}>{t('household.notCopied')}</p>
          <CopiedByHand text={link} />
        </>
      )}
    </>
  );
}
