import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { NAME_MAX } from '@/domain/rows/fields';
import { useAskButtons } from '@/hooks/useAskButtons';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { ButtonSetUp } from '@/sync/buttons/service';
import { PhonesFrame } from '../PhonesFrame';
import { ButtonsFailureText } from './ButtonsFailureText';
import { MadeButton } from './MadeButton';

/** Makes a button, and then shows once what its home automation needs. */
export function AddButtonPage() {
  const [made, setMade] = useState<{ name: string; setUp: ButtonSetUp } | null>(null);
  return made ? <MadeButton {...made} /> : <AddButtonForm onMade={(name, setUp) => setMade({ name, setUp })} />;
}

function AddButtonForm({ onMade }: { onMade: (name: string, setUp: ButtonSetUp) => void }) {
  const { t } = useTranslation();
  const { activeChildren } = useHousehold();
  const { ask, isBusy, failure } = useAskButtons();
  const [typed, setTyped] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [pickedId, setPickedId] = useState<string>();
  const childId = pickedId ?? activeChildren[0]?.id;

  const make = async (event: FormEvent) => {
    event.preventDefault();
    const name = typed.trim();
    setIsMissing(name === '');
    if (name === '' || childId === undefined) return;
    const answer = await ask((service) => service.addButton(name, childId));
    if (answer.ok) onMade(name, answer.value);
  };
  return (
    <PhonesFrame title={t('buttons.add')} behind="buttons">
      <form className={form.form} noValidate onSubmit={make}>
        <Field
          label={t('buttons.name')}
          hint={t('buttons.nameHint')}
          error={isMissing ? t('common.refusal.nameEmpty') : null}
          autoComplete="off"
          maxLength={NAME_MAX}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setIsMissing(false);
          }}
        />
        {activeChildren.length > 1 && (
          <Choice<string | undefined>
            label={t('buttons.child')}
            options={activeChildren.map(({ id, name }) => ({ value: id, label: name }))}
            value={childId}
            onPick={setPickedId}
          />
        )}
        <ButtonsFailureText failure={failure} />
        <Button variant="primary" type="submit" disabled={isBusy}>
          {t(isBusy ? 'buttons.making' : 'buttons.make')}
        </Button>
      </form>
    </PhonesFrame>
  );
}
