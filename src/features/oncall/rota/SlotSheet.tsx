import { useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { ShiftFields } from './ShiftFields';

interface SlotSheetProps {
  /** The next night on which this slot of the rotation falls. */
  night: Day;
  slot: Shift;
  /** Resolves to true when the rotation was saved. */
  onSave: (slot: Shift) => Promise<boolean>;
  onRemove: (() => Promise<boolean>) | null;
  onClose: () => void;
}

/**
 * The sheet that edits or removes one slot of a custom rotation. A change applies to every
 * repetition of the cycle.
 */
export function SlotSheet({ night, slot, onSave, onRemove, onClose }: SlotSheetProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const [draft, setDraft] = useState(slot);
  const closeWhenSaved = async (saved: Promise<boolean>) => (await saved) && onClose();
  return (
    <Sheet title={format.day(night)} onClose={onClose}>
      <div className={form.form}>
        <ShiftFields night={night} shift={draft} onChange={setDraft} />
        <Button variant="primary" onClick={() => closeWhenSaved(onSave(draft))}>
          {t('common.save')}
        </Button>
        {onRemove && (
          <Button variant="quiet" onClick={() => closeWhenSaved(onRemove())}>
            {t('rota.removeNight')}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
