import Upload from 'lucide-react/icons/upload';
import { useState } from 'react';
import { AskFailureText } from '@/components/AskFailureText';
import { Avatar } from '@/components/Avatar';
import { BackToHousehold } from '@/components/BackToHousehold';
import { Button, Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { CopiedByHand } from '@/components/CopiedByHand';
import { DeletedList } from '@/components/DeletedList';
import { FileButton } from '@/components/FileButton';
import QrCode from '@/components/QrCode';
import { ReviewButton } from '@/components/ReviewButton';
import ReviewLink from '@/components/ReviewLink';
import { SettingsSection } from '@/components/SettingsSection';
import { COLORS } from '@/domain/rows/fields';
import { CAUSES, type Cause } from '@/domain/rows/incident';
import { useTranslation } from '@/i18n/useTranslation';
import { ABSURD_CHILDREN, LONG_NAME, LONG_WORD } from '../literals';
import { State, Story } from '../Story';

const VARIANTS = ['plain', 'primary', 'quiet'] as const;

/** Shows buttons, chips, choices, avatars, cards of settings and QR codes. */
export function ControlStories() {
  const { t } = useTranslation();
  return (
    <>
      <Story name="Button">
        <State name="by day: plain, primary, quiet">
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant}>
              {t('common.save')}
            </Button>
          ))}
        </State>
        <State name="at night, 64 px">
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant} night>
              {t('tonight.asleepAgain')}
            </Button>
          ))}
        </State>
        <State name="disabled">
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant} disabled>
              {t('common.save')}
            </Button>
          ))}
        </State>
        <State name="absurd">
          <Button>{t('tonight.woke', { child: LONG_NAME })}</Button>
          <Button night variant="primary">
            {t('tonight.woke', { child: LONG_WORD })}
          </Button>
        </State>
      </Story>
      <Story name="Chip">
        <State name="off, on">
          <Chip pressed={false}>{t('common.cause.hunger')}</Chip>
          <Chip pressed>{t('common.cause.hunger')}</Chip>
        </State>
        <State name="at night: off, on">
          <Chip night pressed={false}>
            {t('common.cause.teething')}
          </Chip>
          <Chip night pressed>
            {t('common.cause.teething')}
          </Chip>
        </State>
        <State name="absurd">
          <Chip pressed>{LONG_NAME}</Chip>
        </State>
      </Story>
      <Story name="DeletedList">
        <State name="usual, and absurd">
          <DeletedList
            items={[LONG_NAME, LONG_WORD].map((title) => ({
              key: title,
              title,
              details: [t('household.deleted.kind.chores'), t('household.deleted.at', { at: '02:43' })],
              onBringBack: () => {},
            }))}
          />
        </State>
      </Story>
      <Story name="Choice">
        <State name="usual">
          <Causes />
        </State>
        <State name="nothing chosen">
          <Choice
            label={t('rota.handover')}
            options={[
              { value: false, label: t('rota.allNight') },
              { value: true, label: t('rota.swapAt') },
            ]}
            value={null}
            onPick={() => {}}
          />
        </State>
        <State name="absurd">
          <Choice
            label={LONG_WORD}
            options={ABSURD_CHILDREN.map(({ id, name }) => ({ value: id, label: name }))}
            value="child 0"
            onPick={() => {}}
          />
        </State>
      </Story>
      <Story name="Avatar">
        <State name="every colour">
          <p>
            {COLORS.map((color) => (
              <Avatar key={color} name={t(`common.color.${color}`)} color={color} />
            ))}
          </p>
        </State>
        <State name="children, and absurd">
          <p>
            {[...ABSURD_CHILDREN.map(({ name }) => name), ' '].map((name) => (
              <Avatar key={name} name={name} />
            ))}
          </p>
        </State>
      </Story>
      <Story name="BackToHousehold">
        <State name="usual">
          <BackToHousehold />
        </State>
        <State name="to a list within Household">
          <BackToHousehold href="/household/runbooks" label={t('runbooks.title')} />
        </State>
      </Story>
      <Story name="CopiedByHand">
        <State name="usual, and absurd">
          <CopiedByHand text={LONG_WORD} />
        </State>
      </Story>
      <Story name="SettingsSection">
        <State name="usual">
          <SettingsSection title={t('household.children')} hint={t('household.childrenHint')}>
            <Button>{t('household.addChild')}</Button>
          </SettingsSection>
        </State>
        <State name="without a hint">
          <SettingsSection title={t('storage.title')}>
            <p>{t('household.promise')}</p>
          </SettingsSection>
        </State>
        <State name="absurd">
          <SettingsSection title={LONG_WORD} hint={LONG_NAME}>
            <p>{LONG_WORD}</p>
          </SettingsSection>
        </State>
      </Story>
      <Story name="AskFailureText">
        <State name="the longest sentence, and none">
          <AskFailureText failure="tooMany" />
          <AskFailureText failure={null} />
        </State>
      </Story>
      <Story name="FileButton">
        <State name="usual: every file is refused here">
          <FileButton
            label={t('backup.restore')}
            icon={<Upload aria-hidden="true" size={20} />}
            onFile={async () => t('backup.refused.notJson')}
          />
        </State>
      </Story>
      <Story name="ReviewButton and ReviewLink">
        <State name="one, three, forty">
          {[1, 3, 40].map((count) => (
            <ReviewButton key={count} count={count} />
          ))}
        </State>
        <State name="what the log of the sample leaves to be asked">
          <ReviewLink />
        </State>
      </Story>
      <Story name="QrCode">
        <State name="usual">
          <QrCode text="https://nights.example/#/join/K7QM-2F9X-HB4T" label="QR" />
        </State>
        <State name="absurd">
          <QrCode text={`https://nights.example/${LONG_WORD.repeat(40)}`} label="QR" />
        </State>
      </Story>
    </>
  );
}

function Causes() {
  const { t } = useTranslation();
  const [cause, setCause] = useState<Cause>('unknown-to-us');
  return (
    <Choice
      label={t('nights.cause')}
      options={CAUSES.map((value) => ({ value, label: t(`common.cause.${value}`) }))}
      value={cause}
      onPick={setCause}
    />
  );
}
