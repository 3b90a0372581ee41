import { use, useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { Chip } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import type { Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { MedicinePad } from './MedicinePad';
import styles from './More.module.css';
import { TemperaturePad } from './TemperaturePad';

interface HealthSheetProps {
  kind: 'temperature' | 'medicine';
  /** The child the sheet begins with; otherwise one who is awake. */
  childId?: string;
  onClose: () => void;
}

/**
 * Logs a temperature or a medicine at night, for the child who is awake unless the parent chooses
 * another one.
 */
export default function HealthSheet({ kind, childId: firstId, onClose }: HealthSheetProps) {
  const { t, loadDayMessages } = useTranslation();
  use(loadDayMessages());
  const children = useAwakeFirst();
  const [childId, setChildId] = useState(firstId ?? children[0]?.id);
  const child = children.find(({ id }) => id === childId);
  const Pad = kind === 'temperature' ? TemperaturePad : MedicinePad;
  return (
    <Sheet night title={t(`health.${kind}`)} onClose={onClose}>
      {children.length > 1 && (
        <div className={styles.row} role="group" aria-label={t('health.who')}>
          {children.map((option) => (
            <Chip night key={option.id} pressed={option.id === childId} onClick={() => setChildId(option.id)}>
              <Avatar name={option.name} />
              {option.name}
            </Chip>
          ))}
        </div>
      )}
      {child && <Pad key={child.id} child={child} onDone={onClose} />}
    </Sheet>
  );
}

/**
 * Returns the children, those who are awake first. The order stays as it was when the sheet opened,
 * so that no name moves under the thumb.
 */
function useAwakeFirst(): Child[] {
  const { activeChildren, folded } = useHousehold();
  const [ordered] = useState(() => {
    const open = folded.filter(({ state }) => state.isOpen);
    const isAwake = ({ id }: Child) => open.some(({ incident }) => incident.childId === id);
    return [...activeChildren].sort((a, b) => Number(isAwake(b)) - Number(isAwake(a)));
  });
  return ordered;
}
