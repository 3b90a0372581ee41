import { useState } from 'react';
import { addObservation, changeObservation, type ObservationFields, removeObservation } from '@/db/health';
import type { Observation } from '@/domain/health/observation';
import type { Refusal } from '@/domain/refusal';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';

interface SaveCallbacks {
  /** The toast for a new observation. */
  message: string;
  /**
   * Receives the sentence that says why nothing was written, and shows it beside the right field.
   */
  onRefused: (text: string, refusal: Refusal | null) => void;
}

/**
 * Returns `save`, which adds or changes an observation, and `remove`. Both close the sheet on
 * success.
 */
export function useSaveObservation(row: Observation | null, onClose: () => void) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  // The id belongs to the sheet, so that a double tap on "Save" writes one row twice, not two rows.
  const [newRowId] = useState(newId);
  return {
    save: async (fields: ObservationFields, { message, onRefused }: SaveCallbacks) => {
      const now = readClock();
      const result = await (row
        ? changeObservation(db, { id: row.id, change: fields, now })
        : addObservation(db, { id: newRowId, fields, now }));
      const refusal = !result.ok && 'refusal' in result ? result.refusal : null;
      const callbacks = {
        message: () => (row ? t('health.toast.changed') : message),
        onRefused: (text: string) => onRefused(text, refusal),
      };
      if (reportResult(result, callbacks)) onClose();
    },
    remove: async () => {
      if (!row) return;
      const result = await removeObservation(db, { id: row.id, now: readClock() });
      if (reportResult(result, { message: () => t('health.toast.removed') })) onClose();
    },
  };
}
