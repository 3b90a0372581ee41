import { useLiveQuery } from 'dexie-react-hooks';
import { Bookmark, Pencil, RefreshCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/Button';
import { readChoresOf } from '@/db/choreQueries';
import { withTick } from '@/domain/postmortem/lines';
import { blocksOf, type Item } from '@/domain/postmortem/markdown';
import { bodyOf, withBody } from '@/domain/postmortem/stored';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Day, Instant } from '@/lib/time';
import { useToasts } from '@/stores/toasts';
import { choreIdsOf, choreTitle } from './chore';
import { DeferSheet } from './DeferSheet';
import { Document } from './Document';
import { PassOn } from './PassOn';
import styles from './postmortem.module.css';
import { Task } from './Task';
import { useWrite } from './useWrite';

interface ReadingProps {
  night: Day;
  deferAt: Instant;
  /** What is read: what is stored, or what would be. */
  text: string;
  stored: string;
  /** The stored text with the night's figures as they are now. */
  renewed: string;
  onEdit: () => void;
}

/** The text to be read, ticked and passed on. Nothing is written before somebody touches it. */
export function Reading({ night, deferAt, text, stored, renewed, onEdit }: ReadingProps) {
  const { t } = useWords();
  const { db } = useHousehold();
  const write = useWrite(night);
  const [deferring, setDeferring] = useState<Item | null>(null);
  const body = bodyOf(text);
  const outdated = stored !== '' && bodyOf(renewed) !== body;
  const idOf = useMemo(() => choreIdsOf(night, text), [night, text]);
  const ids = tasksIn(body).map(idOf);
  const chores = useLiveQuery(() => readChoresOf(db, ids), [db, ids.join(' ')]);

  const tick = (item: Item) => {
    const lines = body.split('\n');
    const ticked = !item.ticked;
    const next = lines.with(item.line, withTick(lines[item.line] ?? '', ticked)).join('\n');
    const said = t(ticked ? 'postmortem.said.ticked' : 'postmortem.said.unticked');
    return write({ text: withBody(text, next), over: stored, said });
  };
  const regenerate = () => {
    if (!outdated) return useToasts.getState().say(t('postmortem.said.nothingNew'));
    return write({ text: renewed, over: stored, said: t('postmortem.said.regenerated') });
  };

  return (
    <>
      {stored === '' && <p className={styles.state}>{t('postmortem.live')}</p>}
      {outdated && <p className={styles.state}>{t('postmortem.outdated')}</p>}
      <div className={styles.actions}>
        <Button onClick={onEdit}>
          <Pencil aria-hidden="true" size={20} />
          {t('postmortem.edit')}
        </Button>
        {stored === '' ? (
          <Button onClick={() => write({ text, over: stored, said: t('postmortem.said.kept') })}>
            <Bookmark aria-hidden="true" size={20} />
            {t('postmortem.keep')}
          </Button>
        ) : (
          <Button look={outdated ? 'primary' : 'plain'} onClick={regenerate}>
            <RefreshCw aria-hidden="true" size={20} />
            {t('postmortem.regenerate')}
          </Button>
        )}
      </div>
      <Document
        body={body}
        task={(item) => (
          <Task
            item={item}
            chore={chores?.find(({ id }) => id === idOf(item)) ?? null}
            onTick={() => tick(item)}
            onDefer={() => setDeferring(item)}
          />
        )}
      />
      <div className={styles.actions}>
        <PassOn night={night} body={body} />
      </div>
      {deferring && (
        <DeferSheet
          choreId={idOf(deferring)}
          title={choreTitle(deferring)}
          deferAt={deferAt}
          onClose={() => setDeferring(null)}
        />
      )}
    </>
  );
}

const tasksIn = (body: string): Item[] =>
  blocksOf(body).flatMap((block) => (block.kind === 'list' ? block.items.filter(({ ticked }) => ticked !== null) : []));
