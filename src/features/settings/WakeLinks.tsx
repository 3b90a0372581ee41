import { Copy } from 'lucide-react';
import { Button } from '@/components/Button';
import { Section } from '@/components/Section';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { useToasts } from '@/stores/toasts';
import styles from './settings.module.css';

/** The link that logs a wake-up, a child each, to put on a sticker or into an automation. */
export function WakeLinks() {
  const { t } = useWords();
  const { activeChildren } = useHousehold();

  const linkOf = (id: string) => `${location.origin}${location.pathname}#/woke?child=${encodeURIComponent(id)}`;

  const copy = async (id: string, child: string) => {
    const { say, refuse } = useToasts.getState();
    try {
      await navigator.clipboard.writeText(linkOf(id));
      say(t('household.copied', { child }));
    } catch {
      // No clipboard on an insecure origin, or refused by the browser.
      refuse(t('household.notCopied'));
    }
  };

  return (
    <Section title={t('household.links')} hint={t('household.linksHint')}>
      {activeChildren.map(({ id, name }) => (
        <div key={id} className={styles.link}>
          <code>{linkOf(id)}</code>
          <Button onClick={() => copy(id, name)}>
            <Copy aria-hidden="true" size={18} />
            {t('household.copyLink', { child: name })}
          </Button>
        </div>
      ))}
    </Section>
  );
}
