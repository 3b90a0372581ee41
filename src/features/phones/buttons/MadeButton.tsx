import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { ButtonSetUp } from '@/sync/buttons/service';
import { PhonesFrame } from '../PhonesFrame';
import { CopyBox } from './CopyBox';
import { HOME_ASSISTANT, homeAssistantCommands, shellCommand } from './snippets';

/** What the home automation needs of a new button. It is shown this once. */
export function MadeButton({ name, setUp }: { name: string; setUp: ButtonSetUp }) {
  const { t } = useTranslation();
  return (
    <PhonesFrame title={t('buttons.made.title', { name })} behind="buttons">
      <p>{t('buttons.made.once')}</p>
      <CopyBox title={t('buttons.made.homeAssistant')} text={homeAssistantCommands(setUp)} />
      <p className={form.hint}>{t('buttons.made.homeAssistantHint', HOME_ASSISTANT)}</p>
      <CopyBox title={t('buttons.made.shell')} text={shellCommand(setUp)} />
      {(['url', 'token', 'woke', 'asleep'] as const).map((part) => (
        <CopyBox key={part} title={t(`buttons.made.${part}`)} text={setUp[part]} />
      ))}
      <p className={form.hint}>{t('buttons.made.more')}</p>
      <Link href="/household/phones/buttons" className={`${controls.button} ${controls.primary}`}>
        {t('buttons.made.done')}
      </Link>
    </PhonesFrame>
  );
}
