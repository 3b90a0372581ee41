import { Choice } from '@/components/Choice';
import { useWords } from '@/i18n/language';

interface YesNoProps {
  label: string;
  value: boolean;
  onPick: (value: boolean) => void;
}

export function YesNo(props: YesNoProps) {
  const { t } = useWords();
  const options = [
    { value: true, label: t('household.yes') },
    { value: false, label: t('household.no') },
  ];
  return <Choice {...props} options={options} />;
}
