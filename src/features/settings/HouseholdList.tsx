import frame from '@/components/page.module.css';
import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { DataRows } from './DataRows';
import { OtherPhonesRow } from './OtherPhonesRow';
import { PhoneRows } from './PhoneRows';
import styles from './settings.module.css';
import { useRowStates } from './useRowStates';

/** The rows about the household: their groups, and of each row its address and its title. */
const GROUPS = [
  [
    'family',
    [
      ['children', 'household.children'],
      ['caregivers', 'household.caregivers'],
    ],
  ],
  [
    'onCall',
    [
      ['on-call', 'rota.title'],
      ['runbooks', 'runbooks.title'],
    ],
  ],
  [
    'nights',
    [
      ['hours', 'household.hours'],
      ['objectives', 'household.objectives'],
      ['grace', 'household.graceTitle'],
      ['zone', 'household.timeZone'],
    ],
  ],
  [
    'health',
    [
      ['health', 'health.title'],
      ['paediatrician', 'paediatrician.title'],
    ],
  ],
  [
    'home',
    [
      ['chores', 'chores.title'],
      ['naps', 'naps.title'],
    ],
  ],
] as const;

/**
 * The list of Household, as the settings of a phone: each row names what is behind it and says how
 * it is now.
 */
export function HouseholdList() {
  const { t } = useTranslation();
  const states = useRowStates();
  usePage(t('household.title'), states !== null);
  if (!states) return <main className={frame.page} />;
  return (
    <main className={`${frame.page} ${styles.list}`}>
      <h1 className={frame.title}>{t('household.title')}</h1>
      {GROUPS.map(([group, rows]) => (
        <RowGroup key={group} title={t(`household.groups.${group}`)}>
          {rows.map(([page, title]) => (
            <LinkRow key={page} page={page} title={t(title)} state={states[page]} />
          ))}
          {group === 'family' && <OtherPhonesRow />}
        </RowGroup>
      ))}
      <PhoneRows />
      <DataRows states={states} />
    </main>
  );
}
