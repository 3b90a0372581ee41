import { Section } from '@/components/Section';
import { useWords } from '@/i18n/language';

export function Runbooks() {
  const { t } = useWords();
  return <Section title={t('runbooks.title')}>{null}</Section>;
}
