import { useState } from 'react';
import { DateTimeField } from '@/components/DateTimeField';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import { Field } from '@/components/Field';
import { HourField } from '@/components/HourField';
import { KeptHint } from '@/components/KeptHint';
import { type MedicineDraft, MedicineFields } from '@/components/MedicineFields';
import { WallTimeField } from '@/components/WallTimeField';
import { useHealthText } from '@/hooks/useHealthText';
import { useTranslation } from '@/i18n/useTranslation';
import type { WallTime } from '@/lib/time';
import { at, PARIS, tonightAt } from '../../tests/support/factories';
import { LONG_NAME, LONG_WORD } from '../literals';
import { State, Story } from '../Story';

/** Shows the fields that a parent types into. */
export function FieldStories() {
  const { t } = useTranslation();
  const { fieldLabels } = useHealthText();
  return (
    <>
      <Story name="Field">
        <State name="empty">
          <Field label={t('household.name')} error={null} />
        </State>
        <State name="usual, with a hint">
          <Field label={t('household.fatigueLimit')} hint={t('household.fatigueHint')} error={null} defaultValue="5" />
        </State>
        <State name="refused">
          <Field label={t('household.name')} error={t('common.refusal.nameEmpty')} defaultValue=" " />
        </State>
        <State name="absurd">
          <Field label={LONG_WORD} hint={LONG_WORD} error={LONG_WORD} defaultValue={LONG_NAME} />
        </State>
      </Story>
      <Story name="HourField">
        <State name="usual">
          <Hour />
        </State>
      </Story>
      <Story name="WallTimeField">
        <State name="usual">
          <WallTimeField label={t('nights.at')} defaultAt={tonightAt('02:43')} zone={PARIS} onPick={() => {}} />
        </State>
        <State name="an hour that came twice">
          <WallTimeField label={t('nights.at')} defaultAt={at('2026-10-25 02:30')} zone={PARIS} onPick={() => {}} />
        </State>
      </Story>
      <Story name="DateTimeField">
        <State name="usual">
          <DateTimeField labels={fieldLabels} defaultAt={tonightAt('02:43')} error={null} onPick={() => {}} />
        </State>
        <State name="refused">
          <DateTimeField
            labels={fieldLabels}
            defaultAt={tonightAt('02:43')}
            error={t('common.refusal.inFuture')}
            onPick={() => {}}
          />
        </State>
      </Story>
      <Story name="ElsewhereHint">
        {(['changed', 'gone'] as const).map((state) => (
          <State key={state} name={state}>
            <ElsewhereHint state={state} />
          </State>
        ))}
      </Story>
      <Story name="KeptHint">
        <State name="typed before">
          <KeptHint wereKept isStale={false} startOver={() => {}} />
        </State>
        <State name="changed in another window">
          <KeptHint wereKept={false} isStale startOver={() => {}} />
        </State>
      </Story>
      <Story name="MedicineFields">
        <State name="empty">
          <Medicine draft={{ name: '', amount: '', hours: '' }} errors={{}} />
        </State>
        <State name="usual">
          <Medicine draft={{ name: t('gameday.syrup'), amount: t('gameday.syrupAmount'), hours: '6' }} errors={{}} />
        </State>
        <State name="refused">
          <Medicine
            draft={{ name: LONG_NAME, amount: LONG_WORD, hours: '1001' }}
            errors={{ name: t('common.refusal.nameEmpty'), hours: t('health.error.hours') }}
          />
        </State>
      </Story>
    </>
  );
}

function Hour() {
  const { t } = useTranslation();
  const [value, setValue] = useState('20:00' as WallTime);
  return <HourField label={t('household.nightStart')} value={value} onSave={setValue} />;
}

function Medicine({ draft, errors }: { draft: MedicineDraft; errors: { name?: string; hours?: string } }) {
  const [typed, setTyped] = useState(draft);
  return <MedicineFields draft={typed} onChange={setTyped} errors={errors} />;
}
