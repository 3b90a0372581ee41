import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import type { EntryOf, Incident } from '@/domain/rows/incident';
import {
  createAcknowledged,
  createEscalated,
  createNoResponse,
  createNote,
  createRemedy,
  createReopened,
  createResolved,
  createStoodDown,
  type NewEntry,
} from '@/domain/timeline/createEntry';
import { foldTimeline, liveEntries } from '@/domain/timeline/foldTimeline';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
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
type NewEntryDraft = EntryOf<(typeof KINDS)[number]>;

/** Asks first what happened, and then when and by whom. */
export function AddEntrySheet({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { t } = useTranslation();
  const { activeCaregivers, holder } = useHousehold();
  const [draft, setDraft] = useState<NewEntryDraft | null>(null);
  const defaultCaregiver = holder ?? activeCaregivers[0];

  if (draft) {
    const newTitle = t(`nights.kind.${draft.kind}`);
    return <EntrySheet incident={incident} entry={draft} newTitle={newTitle} onClose={onClose} />;
  }
  return (
    <Sheet title={t('nights.addLineTitle')} onClose={onClose}>
      <div className={styles.form}>
        {KINDS.map((kind) => (
          <Button key={kind} onClick={() => setDraft(newEntryOf(kind, incident, defaultCaregiver?.id ?? ''))}>
            {t(`nights.kind.${kind}`)}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}

/**
 * Creates the draft of a new line. It starts at the present if the incident runs, and otherwise at
 * the time of the incident's last line.
 */
function newEntryOf(kind: NewEntryDraft['kind'], incident: Incident, caregiverId: string): NewEntryDraft {
  const now = readClock();
  const lastAt = liveEntries(incident.timeline).at(-1)?.at ?? now;
  const moment: NewEntry = { id: newId(), at: foldTimeline(incident.timeline)?.isOpen ? now : lastAt, now };
  switch (kind) {
    case 'acknowledged':
      return createAcknowledged(moment, caregiverId);
    case 'remedy':
      return createRemedy(moment, caregiverId, 'cuddle');
    case 'escalated':
      return createEscalated(moment, caregiverId, 1);
    case 'noResponse':
      return createNoResponse(moment, caregiverId);
    case 'stoodDown':
      return createStoodDown(moment, caregiverId);
    case 'resolved':
      return createResolved(moment, caregiverId, 'settled');
    case 'reopened':
      return createReopened(moment);
    case 'note':
      return createNote(moment, '');
  }
}
