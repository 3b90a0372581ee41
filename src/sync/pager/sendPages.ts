import type { InfernalDatabase } from '@/db/database';
import { readAllRunbooks, readIncident, readOpenIncidents } from '@/db/queries';
import { readPhonesOf } from '@/db/sharing/phones';
import { readSharing } from '@/db/sharing/readSharing';
import { noteSentPage, readSentPages } from '@/db/sharing/sentPages';
import type { SentPage } from '@/db/syncTables';
import type { Page, PageAnswer } from '@/domain/paging/pagesIn';
import { pagesOf } from '@/domain/paging/pagesOf';
import { ringsUntil } from '@/domain/paging/pageToAnswer';
import type { Runbook } from '@/domain/rows/others';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import { addMs, type Instant, SECOND_MS } from '@/lib/time';
import type { PagerContext } from '@/sync/context';
import { sendMessage } from './sendMessage';

/*
 * A page is an entry of the timeline, and is sent because it is there: a phone that is killed
 * between the tap and the request sends it at its next start, if it is still of use. Every phone
 * but that of the caregiver who is paged sends what it has not sent yet; the topic makes a second
 * page replace the first.
 */

/** A page may be told over to a phone that wakes this much later. */
const OVER_TTL_SECONDS = 300;

/**
 * How far a page has come on its way out of this phone. `waiting`: the server has not taken it.
 * `failed`: the server has taken it, and no push service has; an open app still hears of it.
 */
type Sending = 'waiting' | 'sent' | 'failed';

/** The pages of this phone that are not over, by the id of their `escalated`. */
export type SendingById = Readonly<Record<string, Sending>>;

/**
 * Sends the pages of the log that are due, and tells the phones of those that are over. How far
 * they have come is reported before anything is sent, and after each page.
 */
export async function sendPages(context: PagerContext, report: (sending: SendingById) => void): Promise<SendingById> {
  const { db } = context;
  const runbooks = await readAllRunbooks(db);
  const sent = await readSentPages(db);
  const { sending, due } = await findDue(context, runbooks, sent);
  report({ ...sending });
  for (const page of due) {
    sending[page.escalated.id] = await sendPage(context, page);
    report({ ...sending });
  }
  for (const page of sent.values()) {
    const end = page.overAt === null ? await endOf(db, page, runbooks) : null;
    if (end) await sendOver(context, page, end);
  }
  return sending;
}

interface DuePage extends Page {
  open: FoldedIncident;
  /** When it stops ringing. */
  end: Instant;
}

async function findDue(
  { db, now }: PagerContext,
  runbooks: readonly Runbook[],
  sent: ReadonlyMap<string, SentPage>,
): Promise<{ sending: Record<string, Sending>; due: DuePage[] }> {
  const sending: Record<string, Sending> = {};
  const due: DuePage[] = [];
  const sharing = await readSharing(db);
  const open = sharing ? foldIncidents((await readOpenIncidents(db)).rows) : [];
  for (const folded of open)
    for (const page of pagesOf(folded, runbooks)) {
      const { escalated, answer } = page;
      if (answer || escalated.to === sharing?.caregiverId) continue;
      const known = sent.get(escalated.id);
      const end = ringsUntil(escalated, folded.incident, runbooks);
      if (known) sending[escalated.id] = stateOf(known);
      else if (now() < end) {
        sending[escalated.id] = 'waiting';
        due.push({ ...page, open: folded, end });
      }
    }
  return { sending, due };
}

/**
 * Nothing is known of a push that a push service has taken: that it rang is for the phone to say.
 */
const stateOf = ({ results }: Pick<SentPage, 'results'>): Sending =>
  results.some(({ result }) => result === 'sent') ? 'sent' : 'failed';

async function sendPage(context: PagerContext, { escalated, open, end }: DuePage): Promise<Sending> {
  const { db, now } = context;
  const { id: pageId, to, at: sentAt } = escalated;
  const { incident } = open;
  const reply = await sendMessage(context, {
    message: { kind: 'page', to, pageId, sentAt, incident },
    phones: await readPhonesOf(db, to),
    topic: ['pages', pageId],
    ttl: Math.max(1, Math.ceil((end - now()) / SECOND_MS)),
    urgency: 'high',
    rings: true,
  });
  if (!reply.ok) return 'waiting';
  const results = reply.value;
  await noteSentPage(db, { page: { id: pageId, incidentId: incident.id, at: now(), results, overAt: null } });
  return stateOf({ results });
}

type PageEnd = PageAnswer['kind'] | 'undone';

/** How a page has ended; null while it rings, or rang without an answer. */
async function endOf(
  db: InfernalDatabase,
  { id, incidentId }: SentPage,
  runbooks: readonly Runbook[],
): Promise<PageEnd | null> {
  const incident = await readIncident(db, incidentId);
  const [folded] = foldIncidents(incident ? [incident] : []);
  const page = folded && pagesOf(folded, runbooks).find(({ escalated }) => escalated.id === id);
  if (!page) return 'undone';
  return page.answer?.kind === 'silent' ? null : (page.answer?.kind ?? null);
}

async function sendOver(context: PagerContext, page: SentPage, end: PageEnd): Promise<void> {
  const { db, now } = context;
  const isOver = () => noteSentPage(db, { page: { ...page, overAt: now() } });
  // The only phone of the caregiver has answered, and needs not be told.
  if ((end === 'up' || end === 'declined') && page.results.length <= 1) {
    await isOver();
    return;
  }
  const reply = await sendMessage(context, {
    message: { kind: 'over', pageId: page.id, incident: await readIncident(db, page.incidentId) },
    phones: page.results.map(({ phoneId }) => phoneId),
    topic: ['pages', page.id],
    ttl: OVER_TTL_SECONDS,
    urgency: 'high',
  });
  // A page that is long over is not told any more, whatever became of it.
  if (reply.ok || addMs(page.at, OVER_TTL_SECONDS * SECOND_MS) < now()) await isOver();
}
