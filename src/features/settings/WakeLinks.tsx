import { Copy } from 'lucide-react';
import { Button } from '@/components/Button';
import { SettingsSection } from '@/components/SettingsSection';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { useToasts } from '@/stores/toasts';
import styles from './settings.module.css';

/** The links that log a wake-up, one per child, for an NFC sticker or an automation. */
export function WakeLinks() {
  const { t } = useTranslation();
  const { activeChildren } = useHousehold();

  const wakeLinkOf = (id: string) => `${location.origin}${location.pathname}#/woke?child=${encodeURIComponent(id)}`;

  const copy = async (id: string, child: string) => {
    const { showSuccess, showError } = useToasts.getState();
    try {
      await navigator.clipboard.writeText(wakeLinkOf(id));
      showSuccess(t('household.copied', { child }));
    } catch {
      // The clipboard is missing on an insecure origin, and the browser may refuse access to it.
      showError(t('household.notCopied'));
    }
  };

  return (
    <SettingsSection title={t('household.links')} hint={t('household.linksHint')}>
      {activeChildren.map(({ id, name }) => (
        <div key={id} className={styles.link}>
          <code>{wakeLinkOf(id)}</code>
          <Button onClick={() => copy(id, name)}>
            <Copy aria-hidden="true" size={18} />
            {t('household.copyLink', { child: name })}
          </Button>
        </div>
      ))}
    </SettingsSection>
  );
}
