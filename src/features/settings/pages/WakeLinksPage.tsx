import Copy from 'lucide-react/icons/copy';
import Share2 from 'lucide-react/icons/share-2';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { CopiedByHand } from '@/components/CopiedByHand';
import { SettingFrame } from '@/components/SettingFrame';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { shareOrSaveText } from '@/pwa/shareOrSaveText';
import { useToasts } from '@/stores/toasts';
import styles from '../settings.module.css';

const wakeLinkOf = (id: string) => `${location.origin}${location.pathname}#/woke?child=${encodeURIComponent(id)}`;

/** The links that log a wake-up, one per child, for an NFC sticker or an automation. */
export function WakeLinksPage() {
  const { t } = useTranslation();
  const { activeChildren } = useHousehold();
  /** The link that the browser did not let be copied; only that one is shown. */
  const [refusedLink, setRefusedLink] = useState<string | null>(null);
  const canShare = typeof navigator.share === 'function';

  const copy = async (id: string, child: string) => {
    const { showSuccess, showError } = useToasts.getState();
    try {
      await navigator.clipboard.writeText(wakeLinkOf(id));
      setRefusedLink(null);
      showSuccess(t('household.copied', { child }));
    } catch {
      // The clipboard is missing on an insecure origin, and the browser may refuse access to it.
      setRefusedLink(wakeLinkOf(id));
      showError(t('household.notCopied'));
    }
  };
  const share = async (id: string, child: string) => {
    const outcome = await shareOrSaveText('infernalops-link.txt', wakeLinkOf(id), 'text/plain');
    if (outcome !== 'cancelled') useToasts.getState().showSuccess(t('household.shared', { child }));
  };

  return (
    <SettingFrame title={t('household.links')} hint={t('household.linksHint')}>
      {activeChildren.map(({ id, name }) => (
        <div key={id} className={styles.link}>
          <Button onClick={() => copy(id, name)}>
            <Copy aria-hidden="true" size={20} />
            {t('household.copyLink', { child: name })}
          </Button>
          {canShare && (
            <Button aria-label={t('household.shareLink', { child: name })} onClick={() => share(id, name)}>
              <Share2 aria-hidden="true" size={20} />
            </Button>
          )}
        </div>
      ))}
      {refusedLink && <CopiedByHand text={refusedLink} />}
    </SettingFrame>
  );
}
