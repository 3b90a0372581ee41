import { DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { readPagerWords } from '@/db/pagerWords';
import { noteDelivered } from '@/db/paging';
import { readAllRunbooks, readIncident } from '@/db/queries';
import { hearPage } from '@/db/sharing/hearPage';
import { readSharing } from '@/db/sharing/readSharing';
import type { Sharing } from '@/db/syncTables';
import { mergeIncidents } from '@/domain/mergeRows';
import type { PagerWords } from '@/domain/paging/pagerWords';
import { type PageAnswer, pagesIn } from '@/domain/paging/pagesIn';
import { pagesOf } from '@/domain/paging/pagesOf';
import type { Incident } from '@/domain/rows/incident';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { foldIncidents } from '@/domain/tonight';
import { type PageNotice, showPage, showQuietly, showTest, tagOfPage } from '@/pwa/pageNotification';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { openMessage, type PagerMessage } from '@/sync/pager/message';
import type { Ringer } from './Ringer';
import { tellTestStep } from './tellTestStep';
import { WORDS_WITHOUT_LOG } from './wordsWithoutLog';

type PageMessage = Extract<PagerMessage, { kind: 'page' }>;

/**
 * Shows what a push says. Something is always shown, because a browser ends the subscription of an
 * app that lets pushes pass in silence.
 *
 * @param body the sealed message as the server got it; empty if the push had none
 */
export async function showPush(body: string, ringer: Ringer): Promise<void> {
  const db = new InfernalDatabase(DATABASE_NAME);
  try {
    await ring(db, body, ringer);
  } catch {
    await showUnreadable(ringer, WORDS_WITHOUT_LOG);
  } finally {
    db.close();
  }
}

async function ring(db: InfernalDatabase, body: string, ringer: Ringer): Promise<void> {
  const [sharing, words] = await Promise.all([readSharing(db), readWords(db)]);
  const keys = sharing && (await deriveKeys(sharing.secret));
  const message = keys && (await openMessage(keys, body));
  if (!message) return showUnreadable(ringer, words);
  const { registration } = ringer;
  switch (message.kind) {
    case 'page':
      return ringPage(db, message, { words, householdId: keys.householdId, ringer });
    case 'over':
      return showOver(db, registration, message, words);
    case 'handover':
      return showHandover(db, registration, message.to, words);
    case 'test':
      return ringTest(message.testId, { words, sharing, ringer });
    case 'testHeard':
      return showUnreadable(ringer, words);
  }
}

const readWords = async (db: InfernalDatabase): Promise<PagerWords> => (await readPagerWords(db)) ?? WORDS_WITHOUT_LOG;

function showUnreadable({ registration }: Ringer, words: PagerWords): Promise<void> {
  return showQuietly(registration, { title: words.unreadableTitle, body: words.unreadableBody, tag: 'unreadable' });
}

interface RingOptions {
  words: PagerWords;
  householdId: string;
  ringer: Ringer;
}

/**
 * Rings first, with what the page carries and the log knows. Then hears the rows, writes that it
 * rang, and tells so: the alarm waits for no network.
 */
async function ringPage(
  db: InfernalDatabase,
  { incident, pageId, sentAt, to }: PageMessage,
  { words, householdId, ringer }: RingOptions,
): Promise<void> {
  const { registration, now, hearRows, sendRows } = ringer;
  const incidentId = incident?.id ?? '';
  const isOver = async () => {
    // The log may know more than the page: somebody got up while this phone was without a network.
    const answer = await answerOf(db, incidentId, pageId);
    return answer !== null && answer.kind !== 'silent';
  };
  if (await isOver()) return showOver(db, registration, { pageId, incident }, words);
  const title = await filled(db, words.pageTitle, words, { incident, caregiverId: to });
  const body = await filled(db, words.pageBody, words, { incident, caregiverId: to });
  const shown = await registration.getNotifications({ tag: tagOfPage(pageId) });
  const notice: PageNotice = { kind: 'page', incidentId, pageId, sentAt, to, title, notWritten: words.notWritten };
  await showPage(registration, notice, { body, actions: words, isNew: shown.length === 0 });
  await hearRows();
  if (incident) await hearPage(db, { householdId, incident });
  if (await isOver()) return showOver(db, registration, { pageId, incident }, words);
  const delivered = await noteDelivered(db, { incidentId, pageId, sentAt, to, now: now() });
  if (delivered.ok) await sendRows();
}

async function answerOf(db: InfernalDatabase, incidentId: string, pageId: string): Promise<PageAnswer | null> {
  const [incident, runbooks] = await Promise.all([readIncident(db, incidentId), readAllRunbooks(db)]);
  const [folded] = foldIncidents(incident ? [incident] : []);
  const pages = folded ? pagesOf(folded, runbooks) : [];
  return pages.find(({ escalated }) => escalated.id === pageId)?.answer ?? null;
}

/**
 * Takes the alarm away: what stands in its place makes no sound. The message knows how it ended,
 * the log may not yet.
 */
async function showOver(
  db: InfernalDatabase,
  registration: ServiceWorkerRegistration,
  { pageId, incident: told }: Pick<PageMessage, 'pageId' | 'incident'>,
  words: PagerWords,
): Promise<void> {
  const known = told && (await readIncident(db, told.id));
  const incident = told && known ? mergeIncidents(known, told) : told;
  const state = incident && foldTimeline(incident.timeline);
  const up = state?.isOpen ? (state.caregiversUp.at(-1) ?? null) : null;
  const page = state && pagesIn(state).find(({ escalated }) => escalated.id === pageId);
  const byOther = up === null ? words.asleepAgain : words.somebodyUp;
  const isAnswered = page?.answer?.kind === 'up' || page?.answer?.kind === 'declined';
  const body = await filled(db, isAnswered ? words.answered : byOther, words, { incident, caregiverId: up });
  await showQuietly(registration, { title: words.overTitle, body, tag: tagOfPage(pageId) });
}

async function showHandover(
  db: InfernalDatabase,
  registration: ServiceWorkerRegistration,
  to: string,
  words: PagerWords,
): Promise<void> {
  const title = await filled(db, words.handover, words, { incident: null, caregiverId: to });
  await showQuietly(registration, { title, body: '', tag: 'hand-over' });
}

/** Fills in the child, the time of the cry and the caregiver. */
async function filled(
  db: InfernalDatabase,
  text: string,
  { locale }: PagerWords,
  { incident, caregiverId }: { incident: Incident | null; caregiverId: string | null },
): Promise<string> {
  const [child, caregiver, household] = await Promise.all([
    db.children.get(incident?.childId ?? ''),
    db.caregivers.get(caregiverId ?? ''),
    db.household.get('household'),
  ]);
  const at = incident && foldTimeline(incident.timeline)?.detectedAt;
  const format = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...(household && { timeZone: household.timeZone }),
  });
  return text
    .replace('{child}', child?.name ?? '…')
    .replace('{time}', at === undefined || at === null ? '…' : format.format(at))
    .replace('{name}', caregiver?.name ?? '…');
}

interface TestOptions {
  words: PagerWords;
  sharing: Sharing;
  ringer: Ringer;
}

/** Shows the test first, because a push must be shown whatever the network does. */
async function ringTest(testId: string, { words, sharing, ringer }: TestOptions): Promise<void> {
  const { testTitle: title, testBody: body } = words;
  const step = await showTest(ringer.registration, { title, body, notice: { kind: 'test', testId } }).then(
    () => 'shown' as const,
    () => 'notShown' as const,
  );
  await tellTestStep(sharing, ringer, { testId, step: 'push' });
  await tellTestStep(sharing, ringer, { testId, step });
}
