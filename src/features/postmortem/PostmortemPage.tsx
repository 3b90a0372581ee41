import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useParams } from 'wouter';
import frame from '@/components/page.module.css';
import { regenerate } from '@/domain/postmortem/regenerate';
import { generated } from '@/domain/postmortem/stored';
import { isDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/household';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useWords } from '@/i18n/language';
import { type Day, MINUTE_MS } from '@/lib/time';
import { readDraft } from '@/stores/draft';
import { Editor } from './Editor';
import './print.css';
import styles from './postmortem.module.css';
import { Reading } from './Reading';
import { linesOf } from './sections/generate';
import { sayFor } from './sections/say';
import type { NightStory } from './sections/story';
import { useStory } from './useStory';
import { useDraftName } from './useTyping';

/** What was learnt from a night: read over coffee, added to, ticked off and passed on. */
export default function PostmortemPage() {
  const { t } = useWords();
  const { night } = useParams<{ night: string }>();
  if (isDay(night)) return <OfNight key={night} night={night} />;
  return (
    <main className={frame.page}>
      <p>{t('nights.badNight')}</p>
      <Link href="/nights">{t('nights.allNights')}</Link>
    </main>
  );
}

function OfNight({ night }: { night: Day }) {
  const { t } = useWords();
  const now = useNow(MINUTE_MS);
  const read = useStory(night, now);
  usePage(t('postmortem.title'), read !== undefined);
  if (!read?.story) return <main className={frame.page} />;
  const { story, stored } = read;
  return (
    <Frame night={night}>
      {story.figures.windowStart > now && stored === '' ? (
        <p>{t('postmortem.notBegun')}</p>
      ) : (
        <Postmortem story={story} stored={stored} />
      )}
    </Frame>
  );
}

function Frame({ night, children }: { night: Day; children: ReactNode }) {
  const { t } = useWords();
  return (
    <main className={frame.page} data-postmortem>
      <div className={styles.head}>
        <Link href={`/nights/${night}`} className={styles.back} aria-label={t('nights.back')}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <h1>{t('postmortem.title')}</h1>
      </div>
      {children}
    </main>
  );
}

function Postmortem({ story, stored }: { story: NightStory; stored: string }) {
  const words = useWords();
  const { format } = useHousehold();
  const draftName = useDraftName(story.night);
  const [editing, setEditing] = useState(() => readDraft(draftName) !== null);
  const { text, renewed } = useMemo(() => {
    const lines = linesOf(story, sayFor(words, format, story.log));
    return { text: stored || generated(lines), renewed: regenerate(stored, lines) };
  }, [story, stored, words, format]);

  const shared = { night: story.night, text, stored };
  if (editing) return <Editor {...shared} onDone={() => setEditing(false)} />;
  return <Reading {...shared} renewed={renewed} deferAt={story.deferAt} onEdit={() => setEditing(true)} />;
}
