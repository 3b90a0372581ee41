import { Copy, Printer, Share2 } from 'lucide-react';
import { Button } from '@/components/Button';
import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';
import { giveText } from '@/pwa/giveText';
import { useToasts } from '@/stores/toasts';

/** The ways out of the app: to somebody else's phone, into another window, onto paper. */
export function PassOn({ night, body }: { night: Day; body: string }) {
  const { t } = useWords();
  const { say, refuse } = useToasts.getState();

  const share = async () => {
    const name = `infernalops-post-mortem-${night}.md`;
    const given = await giveText(name, body, 'text/markdown');
    if (given === 'shared') say(t('postmortem.said.shared'));
    if (given === 'saved') say(t('postmortem.said.file', { name }));
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(body);
      say(t('postmortem.said.copied'));
    } catch {
      // No clipboard on an insecure origin, or refused by the browser.
      refuse(t('postmortem.notCopied'));
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
