import { Sheet } from '@/components/Sheet';
import { useWords } from '@/i18n/language';

interface HealthSheetProps {
  kind: 'temperature' | 'medicine';
  onClose: () => void;
}

/** A temperature or a medicine, logged at night. */
export default function HealthSheet({ onClose }: HealthSheetProps) {
  const { t } = useWords();
  return (
    <Sheet night title={t('health.title')} onClose={onClose}>
      {null}
    </Sheet>
  );
}
