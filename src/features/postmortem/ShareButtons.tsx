import Copy from 'lucide-react/icons/copy';
import Printer from 'lucide-react/icons/printer';
import Share2 from 'lucide-react/icons/share-2';
import { Button } from '@/components/Button';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { shareOrSaveText } from '@/pwa/shareOrSaveText';
import { useToasts } from '@/stores/toasts';

/** The buttons that share the text, copy it and print it. */
export function ShareButtons({ night, body }: { night: Day; body: string }) {
  const { t } = useTranslation();
  const { showSuccess, showError } = useToasts.getState();

  const share = async () => {
    const name = `infernalops-post-mortem-${night}.md`;
    const outcome = await shareOrSaveText(name, body, 'text/markdown');
    if (outcome === 'shared') showSuccess(t('postmortem.toast.shared'));
    if (outcome === 'saved') showSuccess(t('postmortem.toast.file', { name }));
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(body);
      showSuccess(t('postmortem.toast.copied'));
    } catch {
      // The clipboard is missing on an insecure origin, and the browser may refuse access to it.
      showError(t('postmortem.notCopied'));
    }
  };

  return (
    <>
      <Button onClick={share}>
        <Share2 aria-hidden="true" size={20} />
        {t('postmortem.share')}
      </Button>
      <Button onClick={copy}>
        <Copy aria-hidden="true" size={20} />
        {t('postmortem.copy')}
      </Button>
      <Button onClick={() => window.print()}>
        <Printer aria-hidden="true" size={20} />
        {t('postmortem.print')}
      </Button>
    </>
  );
}
