import { useState } from 'react';
import { ChoiceRows } from '@/components/rows/ChoiceRows';
import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { SwitchRow } from '@/components/rows/SwitchRow';
import { SettingFrame } from '@/components/SettingFrame';
import { useTranslation } from '@/i18n/useTranslation';
import { LONG_NAME, LONG_WORD } from '../literals';
import { State, Story } from '../Story';

const THEMES = ['auto', 'night', 'dark', 'light'] as const;

/** Shows the rows of Household and the page behind one of them. */
export function RowStories() {
  const { t } = useTranslation();
  const [theme, setTheme] = useState<(typeof THEMES)[number]>('auto');
  const [isOn, setIsOn] = useState(false);
  return (
    <>
      <Story name="RowGroup, LinkRow, SwitchRow">
        <State name="usual: with a state, one that asks for something, without">
          <RowGroup title={t('household.groups.data')}>
            <LinkRow page="backup" title={t('backup.title')} state={t('household.state.noBackup')} />
            <LinkRow page="storage" title={t('storage.title')} state={t('household.state.inTrouble')} isUrgent />
            <LinkRow page="erase" title={t('backup.erase')} />
            <SwitchRow
              title={t('household.keepAwake')}
              hint={t('household.keepAwakeHint')}
              isOn={isOn}
              onSwitch={setIsOn}
            />
          </RowGroup>
        </State>
        <State name="absurd">
          <RowGroup>
            <LinkRow page="children" title={LONG_WORD} state={LONG_NAME} />
            <SwitchRow title={LONG_NAME} hint={LONG_WORD} isOn onSwitch={() => {}} />
          </RowGroup>
        </State>
      </Story>
      <Story name="SettingFrame and ChoiceRows">
        <State name="usual">
          <SettingFrame title={t('household.theme')} hint={t('household.themeHint')}>
            <ChoiceRows
              label={t('household.theme')}
              options={THEMES.map((value) => ({ value, label: t(`household.themes.${value}`) }))}
              value={theme}
              onPick={setTheme}
            />
          </SettingFrame>
        </State>
      </Story>
    </>
  );
}
