import { useLiveQuery } from 'dexie-react-hooks';
import ChevronRight from 'lucide-react/icons/chevron-right';
import FileUp from 'lucide-react/icons/file-up';
import Plus from 'lucide-react/icons/plus';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { FileButton } from '@/components/FileButton';
import form from '@/components/form.module.css';
import { readRunbooks } from '@/db/queries';
import type { Runbook } from '@/domain/rows/others';
import { type ParsedShare, parseSharedFile } from '@/domain/runbook/share';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { NewRunbookSheet } from './NewRunbookSheet';
import { PreviewSheet } from './PreviewSheet';
import { RestoreOriginals } from './RestoreOriginals';
import { runbookPath } from './runbookPaths';
import styles from './runbooks.module.css';
import { useSharedLink } from './useSharedLink';
import { useShareRefusalText } from './useShareRefusalText';

/**
 * The list of the household's runbooks, and the ways to add one: write it, or take one that was
 * shared by file or link.
 */
export function Runbooks() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const formatRefusal = useShareRefusalText();
  const runbooks = useLiveQuery(() => readRunbooks(db), [db]);
  const [adding, setAdding] = useState(false);
  const [parsedShare, setParsedShare] = useState<ParsedShare | null>(null);
  useSharedLink(useCallback((parsed) => setParsedShare(parsed), []));

  return (
    <div className={form.section}>
      {runbooks?.length === 0 && <p className={form.hint}>{t('runbooks.none')}</p>}
      <RunbookList runbooks={runbooks ?? []} />
      {runbooks && <RestoreOriginals runbooks={runbooks} />}
      <Button onClick={() => setAdding(true)}>
        <Plus aria-hidden="true" size={20} />
        {t('runbooks.add')}
      </Button>
      <FileButton
        label={t('runbooks.fromFile')}
        icon={<FileUp aria-hidden="true" size={20} />}
        onFile={async (file) => {
          const parsed = await parseSharedFile(file);
          if (!parsed.ok) return formatRefusal(parsed.refusal);
          setParsedShare(parsed);
          return null;
        }}
      />
      {adding && <NewRunbookSheet onClose={() => setAdding(false)} />}
      {parsedShare && runbooks && (
        <PreviewSheet parsed={parsedShare} runbooks={runbooks} onClose={() => setParsedShare(null)} />
      )}
    </div>
  );
}

function RunbookList({ runbooks }: { runbooks: readonly Runbook[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {runbooks.map(({ id, name, trigger, steps }) => (
        <li key={id}>
          <Link href={runbookPath(id)} className={styles.runbook}>
            <span>
              <strong>{name}</strong>
              <small>{t(`runbooks.use.${trigger}`)}</small>
              <small>{t('runbooks.count', { count: steps.length })}</small>
            </span>
            <ChevronRight aria-hidden="true" size={20} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
