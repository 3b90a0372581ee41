import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronRight, FileUp, Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { FileButton } from '@/components/FileButton';
import form from '@/components/form.module.css';
import { Section } from '@/components/Section';
import { readRunbooks } from '@/db/queries';
import type { Runbook } from '@/domain/rows/others';
import { type ParsedShare, readShared } from '@/domain/runbook/share';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { addressOf } from './addresses';
import { BringBack } from './BringBack';
import { NewRunbookSheet } from './NewRunbookSheet';
import { PreviewSheet } from './PreviewSheet';
import styles from './runbooks.module.css';
import { useSharedLink } from './useSharedLink';
import { useShareRefusal } from './useShareRefusal';

/** The runbooks of the household, and the ways to get another: of one's own, or somebody else's. */
export function Runbooks() {
  const { t } = useWords();
  const { db } = useHousehold();
  const refusalText = useShareRefusal();
  const runbooks = useLiveQuery(() => readRunbooks(db), [db]);
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<ParsedShare | null>(null);
  useSharedLink(useCallback((parsed) => setOpened(parsed), []));

  return (
    <Section title={t('runbooks.title')} hint={t('runbooks.hint')}>
      {runbooks?.length === 0 && <p className={form.hint}>{t('runbooks.none')}</p>}
      <List runbooks={runbooks ?? []} />
      {runbooks && <BringBack runbooks={runbooks} />}
      <Button onClick={() => setAdding(true)}>
        <Plus aria-hidden="true" size={20} />
        {t('runbooks.add')}
      </Button>
      <FileButton
        label={t('runbooks.fromFile')}
        icon={<FileUp aria-hidden="true" size={20} />}
        onFile={async (file) => {
          const parsed = await readShared(file);
          if (!parsed.ok) return refusalText(parsed.refusal);
          setOpened(parsed);
          return null;
        }}
      />
      {adding && <NewRunbookSheet onClose={() => setAdding(false)} />}
      {opened && runbooks && <PreviewSheet opened={opened} runbooks={runbooks} onClose={() => setOpened(null)} />}
    </Section>
  );
}

function List({ runbooks }: { runbooks: readonly Runbook[] }) {
  const { t } = useWords();
  return (
    <ul className={styles.list}>
      {runbooks.map(({ id, name, trigger, steps }) => (
        <li key={id}>
          <Link href={addressOf(id)} className={styles.runbook}>
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
