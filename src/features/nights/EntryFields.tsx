import { useId } from 'react';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { type Entry, OUTCOMES, REMEDIES } from '@/domain/rows/incident';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './nights.module.css';

/** The fields of a line, besides its time, which depend on the line's kind. */
export function EntryFields({ draft, onChange }: { draft: Entry; onChange: (draft: Entry) => void }) {
  const { t } = useTranslation();
  const { caregivers } = useHousehold();
  const textId = useId();
  const people = caregivers.map(({ id, name }) => ({ value: id, label: name }));
  const peopleOrNobody = [...people, { value: null, label: t('nights.nobodyKnown') }];

  switch (draft.kind) {
    case 'detected':
    case 'reopened':
    case 'delivered':
    case 'step':
    case 'runbookChosen':
      return null;
    case 'escalated':
      return (
        <>
          <Choice
            label={t('nights.escalatedTo')}
            options={people}
            value={draft.to}
            onPick={(to) => onChange({ ...draft, to })}
          />
          <Choice
            label={t('nights.level')}
            options={([1, 2] as const).map((level) => ({ value: level, label: t(`nights.level${level}`) }))}
            value={draft.level}
            onPick={(level) => onChange({ ...draft, level })}
          />
        </>
      );
    case 'acknowledged':
    case 'noResponse':
    case 'stoodDown':
      return (
        <Choice label={t('nights.who')} options={people} value={draft.by} onPick={(by) => onChange({ ...draft, by })} />
      );
    case 'remedy':
      return (
        <>
          <Choice
            label={t('nights.whichRemedy')}
            options={REMEDIES.map((remedy) => ({ value: remedy, label: t(`common.remedy.${remedy}`) }))}
            value={draft.remedy}
            onPick={(remedy) => onChange({ ...draft, remedy })}
          />
          <Choice
            label={t('nights.who')}
            options={peopleOrNobody}
            value={draft.by}
            onPick={(by) => onChange({ ...draft, by })}
          />
        </>
      );
    case 'resolved':
      return (
        <>
          <Choice
            label={t('nights.howEnded')}
            options={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`common.outcome.${outcome}`) }))}
            value={draft.outcome}
            onPick={(outcome) => onChange({ ...draft, outcome })}
          />
          <Choice
            label={t('nights.who')}
            options={peopleOrNobody}
            value={draft.by}
            onPick={(by) => onChange({ ...draft, by })}
          />
        </>
      );
    case 'note':
      return (
        <div className={styles.field}>
          <label htmlFor={textId}>{t('nights.noteText')}</label>
          <textarea
            id={textId}
            className={controls.input}
            rows={3}
            value={draft.text}
            onChange={(event) => onChange({ ...draft, text: event.target.value })}
          />
        </div>
      );
  }
}
