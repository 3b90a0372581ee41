import { useLiveQuery } from 'dexie-react-hooks';
import Bookmark from 'lucide-react/icons/bookmark';
import Pencil from 'lucide-react/icons/pencil';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useMemo, useState } from 'react';
import { Button } from '@/components/Button';
import { readChoresOf } from '@/db/choreQueries';
import { findUnchangedLines } from '@/domain/postmortem/findUnchangedLines';
import { withTick } from '@/domain/postmortem/lines';
import { type Item, parseBlocks } from '@/domain/postmortem/markdown';
import { bodyOf, parseStoredText, withBody } from '@/domain/postmortem/storedText';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day, Instant } from '@/lib/time';
import { useToasts } from '@/stores/toasts';
import { DeferSheet } from './DeferSheet';
import { MarkdownDocument } from './MarkdownDocument';
import styles from './postmortem.module.css';
import { ShareButtons } from './ShareButtons';
import { TaskItem } from './TaskItem';
import { choreTitle, createChoreIdOf } from './taskChore';
import { useWritePostmortem } from './useWritePostmortem';

interface PostmortemViewProps {
  night: Day;
  deferAt: Instant;
  /** The text that is shown: the stored text, or the generated one when nothing is stored. */
  text: string;
  stored: string;
  /** The stored text, updated with the night's present figures. */
  regenerated: string;
  onEdit: () => void;
}

/**
 * The post-mortem as text, with its actions. Nothing is stored before the first tick, edit or tap
 * on "keep".
 */
export function PostmortemView({ night, deferAt, text, stored, regenerated, onEdit }: PostmortemViewProps) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const write = useWritePostmortem(night);
  const [deferredItem, setDeferredItem] = useState<Item | null>(null);
  const body = bodyOf(text);
  const isOutdated = stored !== '' && bodyOf(regenerated) !== body;
  const timelineLine = useMemo(
    () => [...findUnchangedLines(parseStoredText(text))].find(([, key]) => key === 'timeline.head')?.[0],
    [text],
  );
  const choreIdOf = useMemo(() => createChoreIdOf(night, text), [night, text]);
  const choreIds = tasksOf(body).map(choreIdOf);
  const chores = useLiveQuery(() => readChoresOf(db, choreIds), [db, choreIds.join(' ')]);

  const tick = (item: Item) => {
    const lines = body.split('\n');
    const ticked = !item.ticked;
    const newBody = lines.with(item.line, withTick(lines[item.line] ?? '', ticked)).join('\n');
    const message = t(ticked ? 'postmortem.toast.ticked' : 'postmortem.toast.unticked');
    return write({ text: withBody(text, newBody), expected: stored, message });
  };
  const regenerate = () => {
    if (!isOutdated) return useToasts.getState().showSuccess(t('postmortem.toast.nothingNew'));
    return write({ text: regenerated, expected: stored, message: t('postmortem.toast.regenerated') });
  };

  return (
    <>
      {stored === '' && <p className={styles.notice}>{t('postmortem.live')}</p>}
      {isOutdated && <p className={styles.notice}>{t('postmortem.outdated')}</p>}
      <div className={styles.actions}>
        <Button onClick={onEdit}>
          <Pencil aria-hidden="true" size={20} />
          {t('postmortem.edit')}
        </Button>
        {stored === '' ? (
          <Button onClick={() => write({ text, expected: stored, message: t('postmortem.toast.kept') })}>
            <Bookmark aria-hidden="true" size={20} />
            {t('postmortem.save')}
          </Button>
        ) : (
          <Button variant={isOutdated ? 'primary' : 'plain'} onClick={regenerate}>
            <RefreshCw aria-hidden="true" size={20} />
            {t('postmortem.regenerate')}
          </Button>
        )}
      </div>
      <MarkdownDocument
        body={body}
        foldedLine={timelineLine}
        renderTask={(item) => (
          <TaskItem
            item={item}
            chore={chores?.find(({ id }) => id === choreIdOf(item)) ?? null}
            onTick={() => tick(item)}
            onDefer={() => setDeferredItem(item)}
          />
        )}
      />
      <div className={styles.actions}>
        <ShareButtons night={night} body={body} />
      </div>
      {deferredItem && (
        <DeferSheet
          choreId={choreIdOf(deferredItem)}
          title={choreTitle(deferredItem)}
          deferAt={deferAt}
          onClose={() => setDeferredItem(null)}
        />
      )}
    </>
  );
}

const tasksOf = (body: string): Item[] =>
  parseBlocks(body).flatMap((block) =>
    block.kind === 'list' ? block.items.filter(({ ticked }) => ticked !== null) : [],
  );
