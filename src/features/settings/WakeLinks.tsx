import { Copy } from 'lucide-react';
import { Button } from '@/components/Button';
import { SettingsSection } from '@/components/SettingsSection';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { useToasts } from '@/stores/toasts';
import styles from './settings.module.css';

/** The link that logs a wake-up, a child each, to put on a sticker or into an automation. */
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
      // No clipboard on an insecure origin, or refused by the browser.
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
