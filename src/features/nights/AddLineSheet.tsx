import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import type { EntryOf, Incident } from '@/domain/rows/incident';
import { foldTimeline, liveEntries } from '@/domain/timeline/fold';
import {
  acknowledged,
  escalated,
  type Moment,
  noted,
  remedied,
  reopened,
  resolved,
  stoodDown,
  unanswered,
} from '@/domain/timeline/make';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { EntrySheet } from './EntrySheet';
import styles from './nights.module.css';

const KINDS = [
  'acknowledged',
  'remedy',
  'escalated',
  'noResponse',
  'stoodDown',
  'resolved',
  'reopened',
  'note',
] as const;
type NewLine = EntryOf<(typeof KINDS)[number]>;

/** First what happened, then when and who. */
export function AddLineSheet({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { t } = useWords();
  const { activeCaregivers, holder } = useHousehold();
  const [draft, setDraft] = useState<NewLine | null>(null);
  const someone = holder ?? activeCaregivers[0];

  if (draft) {
    const newTitle = t(`nights.kind.${draft.kind}`);
    return <EntrySheet incident={incident} entry={draft} newTitle={newTitle} onClose={onClose} />;
  }
  return (
    <Sheet title={t('nights.addLineTitle')} onClose={onClose}>
      <div className={styles.form}>
        {KINDS.map((kind) => (
          <Button key={kind} onClick={() => setDraft(draftOf(kind, incident, someone?.id ?? ''))}>
            {t(`nights.kind.${kind}`)}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}

/** A new line begins where the incident is: now while it runs, else at its last line. */
function draftOf(kind: NewLine['kind'], incident: Incident, who: string): NewLine {
  const now = readClock();
  const last = liveEntries(incident.timeline).at(-1)?.at ?? now;
  const moment: Moment = { id: newId(), at: foldTimeline(incident.timeline)?.open ? now : last, now };
  switch (kind) {
    case 'acknowledged':
      return acknowledged(moment, who);
    case 'remedy':
      return remedied(moment, who, 'cuddle');
    case 'escalated':
      return escalated(moment, who, 1);
    case 'noResponse':
      return unanswered(moment, who);
    case 'stoodDown':
      return stoodDown(moment, who);
    case 'resolved':
      return resolved(moment, who, 'settled');
    case 'reopened':
      return reopened(moment);
    case 'note':
      return noted(moment, '');
  }
}
