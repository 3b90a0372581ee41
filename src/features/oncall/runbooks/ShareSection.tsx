import Copy from 'lucide-react/icons/copy';
import Share2 from 'lucide-react/icons/share-2';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { CopiedByHand } from '@/components/CopiedByHand';
import { SettingsSection } from '@/components/SettingsSection';
import type { Runbook } from '@/domain/rows/others';
import { encodeSharedRunbook, serializeSharedRunbook } from '@/domain/runbook/share';
import { useTranslation } from '@/i18n/useTranslation';
import { shareOrSaveFile } from '@/pwa/shareOrSaveFile';
import { useToasts } from '@/stores/toasts';
import { shareLink } from './runbookPaths';

/**
 * Shares a runbook with another household, as a file or as a link that holds the whole runbook in
 * its hash.
 */
export function ShareSection({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation();
  const [isLinkShown, setIsLinkShown] = useState(false);
  const link = shareLink(encodeSharedRunbook(runbook));

  const shareFile = async () => {
    const name = `infernalops-runbook-${toFileName(runbook.name)}.json`;
    const outcome = await shareOrSaveFile(name, serializeSharedRunbook(runbook));
    if (outcome !== 'cancelled') useToasts.getState().showSuccess(t(`runbooks.toast.${outcome}`, { name }));
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      useToasts.getState().showSuccess(t('runbooks.toast.copied'));
    } catch {
      // The clipboard is missing on an insecure origin, and the browser may refuse access to it.
      setIsLinkShown(true);
      useToasts.getState().showError(t('runbooks.notCopied'));
    }
  };

  return (
    <SettingsSection title={t('runbooks.share')} hint={t('runbooks.shareHint')}>
      <Button onClick={shareFile}>
        <Share2 aria-hidden="true" size={20} />
        {t('runbooks.asFile')}
      </Button>
      <Button onClick={copy}>
        <Copy aria-hidden="true" size={20} />
        {t('runbooks.copyLink')}
      </Button>
      {isLinkShown && <CopiedByHand text={link} />}
    </SettingsSection>
  );
}

/**
 * Returns a name of the letters a-z, digits and hyphens, which every file system accepts; `own`
 * when nothing is left.
 */
function toFileName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'own';
}
