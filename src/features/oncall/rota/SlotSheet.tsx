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
  /** The next night that this slot of the cycle falls on. */
  night: Day;
  slot: Shift;
  /** True if it was written. */
  onSave: (slot: Shift) => Promise<boolean>;
  onRemove: (() => Promise<boolean>) | null;
  onClose: () => void;
}

/** One night of the cycle: it comes again whenever the cycle does. */
export function SlotSheet({ night, slot, onSave, onRemove, onClose }: SlotSheetProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const [draft, setDraft] = useState(slot);
  const closeWhenSaved = async (written: Promise<boolean>) => (await written) && onClose();
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
