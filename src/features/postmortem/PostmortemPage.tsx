import { type ReactNode, useMemo, useState } from 'react';
import { useParams } from 'wouter';
import { BackLink } from '@/components/BackLink';
import frame from '@/components/page.module.css';
import { regenerate } from '@/domain/postmortem/regenerate';
import { generatedText } from '@/domain/postmortem/storedText';
import { isSupportedDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { type Day, MINUTE_MS } from '@/lib/time';
import { readDraft } from '@/stores/draft';
import { PostmortemEditor } from './PostmortemEditor';
import './print.css';
import { PostmortemView } from './PostmortemView';
import { generateLines } from './sections/generate';
import type { PostmortemData } from './sections/postmortemData';
import { createSectionFormat } from './sections/sectionFormat';
import { usePostmortemData } from './usePostmortemData';
import { useDraftKey } from './usePostmortemDraft';

/** The page of a night's post-mortem, to read, edit, tick off and share. */
export default function PostmortemPage() {
  const { t } = useTranslation();
  const { night } = useParams<{ night: string }>();
  if (isSupportedDay(night)) return <NightPostmortem key={night} night={night} />;
  return (
    <main className={frame.page}>
      <BackLink href="/nights">{t('nights.allNights')}</BackLink>
      <p>{t('nights.badNight')}</p>
    </main>
  );
}

function NightPostmortem({ night }: { night: Day }) {
  const { t } = useTranslation();
  const now = useNow(MINUTE_MS);
  const loaded = usePostmortemData(night, now);
  usePage(t('postmortem.title'), loaded !== undefined);
  if (!loaded?.data) return <main className={frame.page} />;
  const { data, stored } = loaded;
  return (
    <PageFrame night={night}>
      {data.figures.windowStart > now && stored === '' ? (
        <p>{t('postmortem.notBegun')}</p>
      ) : (
        <Postmortem data={data} stored={stored} />
      )}
    </PageFrame>
  );
}

function PageFrame({ night, children }: { night: Day; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className={frame.page} data-postmortem>
      <BackLink href={`/nights/${night}`}>{t('nights.back')}</BackLink>
      <h1 className={frame.title}>{t('postmortem.title')}</h1>
      {children}
    </main>
  );
}

function Postmortem({ data, stored }: { data: PostmortemData; stored: string }) {
  const translation = useTranslation();
  const { format } = useHousehold();
  const draftKey = useDraftKey(data.night);
  const [isEditing, setIsEditing] = useState(() => readDraft(draftKey) !== null);
  const { text, renewed: regenerated } = useMemo(() => {
    const lines = generateLines(data, createSectionFormat(translation, format, data.log));
    return { text: stored || generatedText(lines), renewed: regenerate(stored, lines) };
  }, [data, stored, translation, format]);

  const textProps = { night: data.night, text, stored };
  if (isEditing) return <PostmortemEditor {...textProps} onDone={() => setIsEditing(false)} />;
  return (
    <PostmortemView {...textProps} regenerated={regenerated} deferAt={data.deferAt} onEdit={() => setIsEditing(true)} />
  );
}
