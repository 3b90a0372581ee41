import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { addRunbook } from '@/db/runbooks';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { addressOf } from './addresses';
import { type OwnTrigger, Purpose } from './Purpose';

/** A runbook of one's own: a name and what it is for; its steps come on its page. */
export function NewRunbookSheet({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const [trigger, setTrigger] = useState<OwnTrigger>('custom');
  const [error, setError] = useState<string | null>(null);
  const [id] = useState(newId);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const result = await addRunbook(db, { id, fields: { name, trigger, steps: [] }, now: readClock() });
    if (!answer(result, { said: () => t('runbooks.said.added', { name: name.trim() }), refused: setError })) return;
    onClose();
    navigate(addressOf(id));
  };

  return (
    <Sheet title={t('runbooks.add')} onClose={onClose}>
      <form className={form.form} noValidate onSubmit={add}>
        <Field
          label={t('runbooks.name')}
          error={error}
          value={name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Purpose trigger={trigger} onPick={setTrigger} />
        <Button look="primary" type="submit">
          {t('common.save')}
        </Button>
      </form>
    </Sheet>
  );
}
