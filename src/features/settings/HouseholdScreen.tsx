import frame from '@/components/page.module.css';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { DataRows } from './DataRows';
import { PhoneRows } from './PhoneRows';
import { LinkRow } from './rows/LinkRow';
import { RowGroup } from './rows/RowGroup';
import styles from './settings.module.css';
import { useRowStates } from './useRowStates';

/**
 * The screen of the household, as the settings of a phone: each row names what is behind it and
 * says how it is now.
 */
export default function HouseholdScreen() {
  const { t } = useTranslation();
  const states = useRowStates();
  usePage(t('household.title'), states !== null);
  if (!states) return <main className={frame.page} />;
  return (
    <main className={`${frame.page} ${styles.list}`}>
      <h1 className={frame.title}>{t('household.title')}</h1>
      <RowGroup title={t('household.groups.family')}>
        <LinkRow href="/household/children" title={t('household.children')} state={states.children} />
        <LinkRow href="/household/caregivers" title={t('household.caregivers')} state={states.caregivers} />
      </RowGroup>
      <RowGroup title={t('household.groups.onCall')}>
        <LinkRow href="/household/on-call" title={t('rota.title')} state={states.rota} />
        <LinkRow href="/household/runbooks" title={t('runbooks.title')} state={states.runbooks} />
      </RowGroup>
      <RowGroup title={t('household.groups.nights')}>
        <LinkRow href="/household/hours" title={t('household.hours')} state={states.hours} />
        <LinkRow href="/household/objectives" title={t('household.objectives')} state={states.objectives} />
        <LinkRow href="/household/grace" title={t('household.graceTitle')} state={states.grace} />
        <LinkRow href="/household/zone" title={t('household.timeZone')} state={states.zone} />
      </RowGroup>
      <RowGroup title={t('household.groups.health')}>
        <LinkRow href="/household/health" title={t('health.title')} state={states.health} />
        <LinkRow href="/household/paediatrician" title={t('paediatrician.title')} state={t('household.state.pages')} />
      </RowGroup>
      <RowGroup title={t('household.groups.home')}>
        <LinkRow href="/household/chores" title={t('chores.title')} state={states.chores} />
        <LinkRow href="/household/naps" title={t('naps.title')} state={states.naps} />
      </RowGroup>
      <PhoneRows />
      <DataRows states={states} />
    </main>
  );
}
