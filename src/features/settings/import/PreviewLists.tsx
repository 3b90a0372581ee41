import { Fold } from '@/components/Fold';
import form from '@/components/form.module.css';
import { nightOf } from '@/domain/night';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { ImportPreview } from '@/importers/plan/previewImport';
import styles from './import.module.css';

interface PreviewListsProps {
  preview: ImportPreview;
  /** Returns the name of a child by its id, also of one that the import would make. */
  nameOf: (childId: string) => string;
}

/** What does not come in, by kind or by line: closed lists, so that the figures come first. */
export function PreviewLists({ preview, nameOf }: PreviewListsProps) {
  const { t } = useTranslation();
  const { household, format } = useHousehold();
  const { overlapping, unlikelyGaps, notUnderstood, sleepNotesLeftOut } = preview;
  const leftOut = leftOutOf(preview);
  const leftOutCount = leftOut.reduce((sum, [, count]) => sum + count, 0);
  type ChildSpan = (typeof overlapping)['first'][number];
  const formatSpan = ({ child, from, to }: ChildSpan, as: 'gap' | 'span') =>
    t(`importing.preview.${as}`, {
      child: nameOf(child),
      day: format.longDay(nightOf(from, household)),
      from: format.time(from),
      to: format.time(to),
    });
  return (
    <div>
      <ShownLines
        title={t('importing.preview.notUnderstood', { count: notUnderstood.count })}
        count={notUnderstood.count}
        lines={notUnderstood.first.map(({ file, line, reason }) =>
          t('importing.preview.line', { file, line, reason: t(`importing.reason.${reason}`) }),
        )}
      />
      <ShownLines
        title={t('importing.preview.overlapping', { count: overlapping.count })}
        count={overlapping.count}
        lines={overlapping.first.map((span) => formatSpan(span, 'span'))}
      />
      <ShownLines
        title={t('importing.preview.gaps', { count: unlikelyGaps.count })}
        hint={t('importing.preview.gapsHint')}
        count={unlikelyGaps.count}
        lines={unlikelyGaps.first.map((gap) => formatSpan(gap, 'gap'))}
      />
      <ShownLines
        title={t('importing.preview.leftOut', { count: leftOutCount })}
        {...(sleepNotesLeftOut > 0 && { hint: t('importing.preview.sleepNotes', { count: sleepNotesLeftOut }) })}
        count={leftOut.length}
        lines={leftOut.map(([kind, count]) => `${count} × ${t(`importing.leftOut.${kind}`)}`)}
      />
    </div>
  );
}

type LeftOut = keyof ImportPreview['leftOut'] | 'duplicates' | 'ofOtherChildren';

/** Returns how many lines are left out of each kind, the most frequent first. */
function leftOutOf({ leftOut, duplicates, ofOtherChildren }: ImportPreview): (readonly [LeftOut, number])[] {
  const kinds = Object.entries({ ...leftOut, duplicates, ofOtherChildren }) as [LeftOut, number][];
  return kinds.filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a);
}

interface ShownLinesProps {
  title: string;
  hint?: string;
  /** How many lines there are; not all of them may be shown. */
  count: number;
  lines: readonly string[];
}

/** A list that is closed at first; nothing if it is empty. */
function ShownLines({ title, hint, count, lines }: ShownLinesProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Fold title={title}>
      <div className={styles.lines}>
        {hint && <p className={form.hint}>{hint}</p>}
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {count > lines.length && <p>{t('importing.preview.more', { count: count - lines.length })}</p>}
      </div>
    </Fold>
  );
}
