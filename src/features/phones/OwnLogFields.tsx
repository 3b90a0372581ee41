import { useId } from 'react';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import type { Person } from '@/domain/phones/proposeMatches';
import { useTranslation } from '@/i18n/useTranslation';
import type { Invitation } from '@/sync/service';
import type { OwnLog, PersonKind } from './useOwnLog';

interface OwnLogFieldsProps {
  ownLog: OwnLog;
  invitation: Invitation;
}

/** Asks what becomes of this phone's own log; if it is brought along, who is who. */
export function OwnLogFields({ ownLog, invitation }: OwnLogFieldsProps) {
  const { t } = useTranslation();
  const { isBroughtAlong, setBroughtAlong, people, matches, match } = ownLog;
  return (
    <>
      <Choice
        label={t('phones.join.ownLog')}
        options={[
          { value: true, label: t('phones.join.bringAlong') },
          { value: false, label: t('phones.join.setAside') },
        ]}
        value={isBroughtAlong}
        onPick={setBroughtAlong}
      />
      <p className={form.hint}>{t(isBroughtAlong ? 'phones.join.bringAlongHint' : 'phones.join.setAsideHint')}</p>
      {isBroughtAlong &&
        (['children', 'caregivers'] as const).flatMap((kind) =>
          people[kind].map((person) => (
            <MatchField
              key={person.id}
              kind={kind}
              person={person}
              others={invitation[kind]}
              matchedId={matches[kind][person.id] ?? null}
              onMatch={(otherId) => match(kind, person.id, otherId)}
            />
          )),
        )}
    </>
  );
}

interface MatchFieldProps {
  kind: PersonKind;
  person: Person;
  /** The people of the household. */
  others: readonly Person[];
  matchedId: string | null;
  onMatch: (otherId: string | null) => void;
}

/** Asks who of the household somebody of this phone is. */
function MatchField({ kind, person, others, matchedId, onMatch }: MatchFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={form.field}>
      <label htmlFor={id}>{t('phones.join.who', { name: person.name })}</label>
      <select
        id={id}
        className={controls.input}
        value={matchedId ?? ''}
        onChange={({ target }) => onMatch(target.value || null)}
      >
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {t('phones.join.sameAs', { name: other.name })}
          </option>
        ))}
        <option value="">{t(kind === 'children' ? 'phones.join.anotherChild' : 'phones.join.somebodyElse')}</option>
      </select>
    </div>
  );
}
