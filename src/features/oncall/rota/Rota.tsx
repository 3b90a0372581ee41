import { Section } from '@/components/Section';
import { useWords } from '@/i18n/language';

export function Rota() {
  const { t } = useWords();
  return <Section title={t('rota.title')}>{null}</Section>;
}
