import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { useHousehold } from '@/components/household';
import { Sheet } from '@/components/Sheet';
import { useAnswer } from '@/components/useAnswer';
import { changeIncident } from '@/db/incidents';
import type { Remedy } from '@/domain/rows/incident';
import type { Folded } from '@/domain/tonight';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';

interface MoreSheetProps {
  current: Folded;
  remedies: readonly Remedy[];
  tried: ReadonlySet<Remedy>;
  actions: Actions;
  onClose: () => void;
}

/** Every remedy, another runbook, and a note for the morning. */
export function MoreSheet({ current, remedies, tried, actions, onClose }: MoreSheetProps) {
  const { t } = useWords();
  const { db, tonight } = useHousehold();
  const answer = useAnswer();
  const [note, setNote] = useState(current.incident.note);
  const [error, setError] = useState<string | null>(null);

  const saveNote = async () => {
    const result = await changeIncident(db, {
      incidentId: current.incident.id,
      change: { note: note.trim() },
      now: readClock(),
    });
    if (answer(result, { said: () => t('tonight.said.note'), refused: setError })) onClose();
  };

  return (
    <Sheet title={t('tonight.moreTitle')} onClose={onClose}>
      <div className={styles.three} role="group" aria-label={t('tonight.whatIsTried')}>
        {remedies.map((remedy) => (
          <Chip
            night
            key={remedy}
            pressed={tried.has(remedy)}
            onClick={async () => {
              await actions.remedy(current, remedy);
              onClose();
            }}
          >
            {t(`common.remedy.${remedy}`)}
          </Chip>
        ))}
      </div>
      <div className={styles.three} role="group" aria-label={t('tonight.runbook.choose')}>
        {tonight.runbooks.map((runbook) => (
          <Chip
            night
            key={runbook.id}
            pressed={current.incident.runbookId === runbook.id}
            onClick={async () => {
              await actions.goBy(current, runbook);
              onClose();
            }}
          >
            {runbook.name}
          </Chip>
        ))}
        {tonight.runbooks.length > 0 && (
          <Chip
            night
            pressed={tonight.runbooks.every(({ id }) => id !== current.incident.runbookId)}
            onClick={async () => {
              await actions.goBy(current, null);
              onClose();
            }}
          >
            {t('tonight.runbook.none')}
          </Chip>
        )}
      </div>
      <label className={styles.sheet}>
        {t('tonight.note')}
        <textarea
          className={controls.input}
          rows={2}
          value={note}
          aria-invalid={error !== null}
          aria-describedby="note-error"
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <p id="note-error" role="alert" className={controls.error}>
        {error}
      </p>
      <Button night onClick={saveNote}>
        {t('tonight.noteSave')}
      </Button>
    </Sheet>
  );
}
