import { Copy, Share2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Section } from '@/components/Section';
import type { Runbook } from '@/domain/rows/others';
import { sharedCode, sharedText } from '@/domain/runbook/share';
import { useWords } from '@/i18n/language';
import { giveFile } from '@/pwa/giveFile';
import { useToasts } from '@/stores/toasts';
import { linkTo } from './addresses';
import styles from './runbooks.module.css';

/** The way to another household: a file, or a link that has all of it in its hash. */
export function Share({ runbook }: { runbook: Runbook }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  const link = linkTo(sharedCode(runbook));

  const give = async () => {
    const name = `infernalops-runbook-${fileNamed(runbook.name)}.json`;
    const given = await giveFile(name, sharedText(runbook));
    if (given !== 'cancelled') useToasts.getState().say(t(`runbooks.said.${given}`, { name }));
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      useToasts.getState().say(t('runbooks.said.copied'));
    } catch {
      // No clipboard on an insecure origin, or refused by the browser.
      setShown(true);
      useToasts.getState().refuse(t('runbooks.notCopied'));
    }
  };

  return (
    <Section title={t('runbooks.share')} hint={t('runbooks.shareHint')}>
      <Button onClick={give}>
        <Share2 aria-hidden="true" size={20} />
        {t('runbooks.asFile')}
      </Button>
      <Button onClick={copy}>
        <Copy aria-hidden="true" size={20} />
        {t('runbooks.copyLink')}
      </Button>
      {shown && <code className={styles.link}>{link}</code>}
    </Section>
  );
}

/** A name as every file system takes it. */
function fileNamed(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'own';
}
