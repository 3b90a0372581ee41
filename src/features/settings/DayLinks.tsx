import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { Section } from '@/components/Section';
import { useWords } from '@/i18n/language';

const LINKS = ['health', 'paediatrician', 'chores', 'naps'] as const;

/** The way to what is done by day. */
export function DayLinks() {
  const { t } = useWords();
  return (
    <Section title={t('household.byDay')} hint={t('household.byDayHint')}>
      {LINKS.map((name) => (
        <Link key={name} href={`/household/${name}`} className={controls.button}>
          {t(`${name}.link`)}
        </Link>
      ))}
    </Section>
  );
}
