import type { InfernalDatabase } from '@/db/database';
import { keepPagerWords } from '@/db/pagerWords';
import type { PagerWords } from '@/domain/paging/pagerWords';
import { pagesOf } from '@/domain/paging/pagesOf';
import type { Runbook } from '@/domain/rows/others';
import type { FoldedIncident } from '@/domain/tonight';
import type { Translation } from '@/i18n/useTranslation';
import { parseNotice } from '@/pwa/pageNotification';

const KEYS = [
  'pageTitle',
  'pageBody',
  'up',
  'cannot',
  'overTitle',
  'somebodyUp',
  'asleepAgain',
  'answered',
  'unreadableTitle',
  'unreadableBody',
  'handover',
  'testTitle',
  'testBody',
  'notWritten',
] as const satisfies readonly Exclude<keyof PagerWords, 'locale'>[];

/** Each word is filled in with its own name, so that the service worker finds it again. */
const PLACES = { child: '{child}', time: '{time}', name: '{name}' };

/** Keeps the words of the app's language for the service worker. */
export async function keepWords(db: InfernalDatabase, { t, locale }: Translation): Promise<void> {
  const words = Object.fromEntries(KEYS.map((key) => [key, t(`paging.${key}`, PLACES)]));
  await keepPagerWords(db, { words: { ...(words as Record<(typeof KEYS)[number], string>), locale } });
}

/** Takes the notifications away of pages that somebody has answered, or that were taken back. */
export async function closeOver(folded: readonly FoldedIncident[], runbooks: readonly Runbook[]): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const notification of (await registration?.getNotifications()) ?? []) {
    const notice = parseNotice(notification);
    const found = notice?.kind === 'page' && folded.find(({ incident }) => incident.id === notice.incidentId);
    if (!found) continue;
    const page = pagesOf(found, runbooks).find(({ escalated }) => escalated.id === notice.pageId);
    if (!page || (page.answer && page.answer.kind !== 'silent')) notification.close();
  }
}
