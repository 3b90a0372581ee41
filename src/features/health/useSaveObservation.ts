import { useState } from 'react';
import { addObservation, changeObservation, type ObservationFields, removeObservation } from '@/db/health';
import type { Observation } from '@/domain/health/observation';
import type { Refusal } from '@/domain/refusal';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';

interface Save {
  /** What was said of a new one. */
  said: string;
  /** Takes the one sentence why it was not taken, to be shown where it belongs. */
  refused: (text: string, refusal: Refusal | null) => void;
}

/** Writes what was measured or given, new or changed, and takes it out again. Closes what it was filled in on. */
export function useSaveObservation(row: Observation | null, onClose: () => void) {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  // One for the sheet, so that a double tap on “Save” writes one row twice, and not two.
  const [newOne] = useState(newId);
  return {
    save: async (fields: ObservationFields, { said, refused }: Save) => {
      const now = readClock();
      const result = await (row
        ? changeObservation(db, { id: row.id, change: fields, now })
        : addObservation(db, { id: newOne, fields, now }));
      const refusal = !result.ok && 'refusal' in result ? result.refusal : null;
      const answers = {
        said: () => (row ? t('health.said.changed') : said),
        refused: (text: string) => refused(text, refusal),
      };
      if (answer(result, answers)) onClose();
    },
    remove: async () => {
      if (!row) return;
      const result = await removeObservation(db, { id: row.id, now: readClock() });
      if (answer(result, { said: () => t('health.said.removed') })) onClose();
    },
  };
}
