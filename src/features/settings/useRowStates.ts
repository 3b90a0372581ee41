import { useLiveQuery } from 'dexie-react-hooks';
import { readChores } from '@/db/choreQueries';
import { readEpisodes } from '@/db/healthQueries';
import { readLastNaps } from '@/db/napQueries';
import { readReplacedAt } from '@/db/previousLog';
import { hasLogged, readNightRow, readRunbooks } from '@/db/queries';
import { onCallOf } from '@/domain/rota';
import { comingNight } from '@/domain/rotaCycle';
import { useHealthText } from '@/hooks/useHealthText';
import { useHousehold } from '@/hooks/useHousehold';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useNow } from '@/hooks/useNow';
import { useShiftText } from '@/hooks/useShiftText';
import { formatWallTime } from '@/i18n/formatWallTime';
import { useTranslation } from '@/i18n/useTranslation';
import { cityOf } from '@/lib/cityOf';
import { MINUTE_MS } from '@/lib/time';
import { useAgeText } from './useAgeText';
import { useBackupAge } from './useBackupAge';
import { usePersistence } from './usePersistence';

const PERCENT = 100;

/** How each row of Household is now, in words. */
export interface RowStates {
  children: string;
  caregivers: string;
  'on-call': string;
  runbooks: string;
  hours: string;
  objectives: string;
  grace: string;
  zone: string;
  health: string;
  paediatrician: string;
  chores: string;
  naps: string;
  storage: string;
  backup: string;
  restore: string;
}

/**
 * Returns the states of all rows at once, so that no row moves while another one is read; null
 * until then.
 */
export function useRowStates(): RowStates | null {
  const { t, locale } = useTranslation();
  const { household, activeChildren, activeCaregivers, children, caregivers, format } = useHousehold();
  const rows = useRowsBehind();
  const persistence = usePersistence();
  const formatAge = useAgeText();
  const formatShift = useShiftText();
  const formatEffort = useMinutesText();
  const { formatIllness } = useHealthText();
  const backupDays = useBackupAge();
  if (!rows || persistence === null) return null;

  const { night, nightRow, runbookCount, illnesses, choreMinutes, nap, isEmpty, replacedAt } = rows;
  const { objectives, graceSeconds, nightStart, nightEnd, timeZone } = household;
  const shift = onCallOf({ night, row: nightRow }, household);
  const nameOf = (people: readonly { id: string; name: string }[], id: string) =>
    people.find((person) => person.id === id)?.name ?? t('common.somebody');
  const formatBackup = () => {
    if (backupDays !== null) return t('household.state.backup', { days: backupDays });
    return t(isEmpty ? 'household.state.nothingToSave' : 'household.state.noBackup');
  };
  return {
    children: activeChildren.map((child) => [child.name, formatAge(child)].filter(Boolean).join(' ')).join(', '),
    caregivers: activeCaregivers.map(({ name }) => name).join(', '),
    'on-call': shift ? t('rota.household.tonight', { shift: formatShift(shift, night) }) : t('rota.household.none'),
    runbooks: t('household.state.runbooks', { count: runbookCount }),
    hours: t('household.state.hours', {
      from: formatWallTime(nightStart, locale),
      to: formatWallTime(nightEnd, locale),
    }),
    objectives: t('household.state.objectives', {
      minutes: objectives.mttrMinutes,
      share: Math.round(objectives.availability * PERCENT),
    }),
    grace: t('household.state.seconds', { count: graceSeconds }),
    zone: cityOf(timeZone),
    health:
      illnesses
        .map((illness) =>
          t('household.state.ill', { child: nameOf(children, illness.childId), illness: formatIllness(illness) }),
        )
        .join(', ') || t('household.state.well'),
    paediatrician: t('household.state.pages'),
    chores:
      choreMinutes > 0
        ? t('household.state.debt', { effort: formatEffort(choreMinutes) })
        : t('household.state.noDebt'),
    naps: nap
      ? t('household.state.nap', {
          name: nameOf(caregivers, nap.caregiverId),
          duration: format.duration(nap.endedAt - nap.startedAt),
        })
      : t('household.state.noNap'),
    storage: t(`household.state.${persistence}`),
    backup: formatBackup(),
    restore: t(replacedAt === null ? 'household.state.restore' : 'household.state.previous'),
  };
}

/** Reads what the rows speak of, live. Undefined while it is read. */
function useRowsBehind() {
  const { db, household, tonight } = useHousehold();
  const now = useNow(MINUTE_MS);
  const night = comingNight(household, tonight.nightRow, now);
  return useLiveQuery(async () => {
    const [nightRow, runbooks, episodes, { outstanding }, { naps }, isLogged, replacedAt] = await Promise.all([
      readNightRow(db, night),
      readRunbooks(db),
      readEpisodes(db),
      readChores(db, now),
      readLastNaps(db, 1),
      hasLogged(db),
      readReplacedAt(db),
    ]);
    return {
      night,
      nightRow: nightRow ?? null,
      runbookCount: runbooks.length,
      illnesses: episodes.filter(({ endDay }) => endDay === null),
      choreMinutes: outstanding.reduce((sum, { effortMinutes }) => sum + effortMinutes, 0),
      nap: naps[0] ?? null,
      isEmpty: !isLogged,
      replacedAt: replacedAt ?? null,
    };
  }, [db, night]);
}
