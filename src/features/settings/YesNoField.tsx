import { Choice } from '@/components/Choice';
import { useTranslation } from '@/i18n/useTranslation';

interface YesNoFieldProps {
  label: string;
  value: boolean;
  onPick: (value: boolean) => void;
}

export function YesNoField(props: YesNoFieldProps) {
  const { t } = useTranslation();
  const options = [
    { value: true, label: t('household.yes') },
    { value: false, label: t('household.no') },
  ];
  return <Choice {...props} options={options} />;
}
