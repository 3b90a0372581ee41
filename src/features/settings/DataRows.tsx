import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { useAppStatus } from '@/stores/status';
import { useSyncStatus } from '@/stores/sync';
import type { RowStates } from './useRowStates';

/** The safety of the log, with what destroys last and apart, then what is about the app itself. */
export function DataRows({ states }: { states: RowStates }) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  const { storageProblem, lostLog, isSecondLog } = useAppStatus();
  const isInTrouble = storageProblem !== null || lostLog !== null || isSecondLog;
  return (
    <>
      <RowGroup title={t('household.groups.data')}>
        <LinkRow
          page="storage"
          title={t('storage.title')}
          state={isInTrouble ? t('household.state.inTrouble') : states.storage}
          isUrgent={isInTrouble}
        />
        <LinkRow page="backup" title={t('backup.title')} state={states.backup} />
        <LinkRow page="restore" title={t('backup.restoreTitle')} state={states.restore} />
        <LinkRow page="import" title={t('importing.row')} state={t('importing.state')} />
        <LinkRow page="export" title={t('exporting.page.title')} state={t('household.state.export')} />
        <LinkRow page="deleted" title={t('household.deleted.title')} state={t('household.state.deleted')} />
      </RowGroup>
      <RowGroup>
        <LinkRow
          page="gameday"
          title={t('gameday.title')}
          state={t(db.isGameDay ? 'household.state.inGameday' : 'household.state.gameday')}
        />
        <LinkRow
          page="about"
          title={t('household.about')}
          state={t(isShared ? 'phones.shared.about' : 'household.state.about')}
        />
      </RowGroup>
      <RowGroup>
        <LinkRow page="erase" title={t('backup.erase')} />
      </RowGroup>
    </>
  );
}
