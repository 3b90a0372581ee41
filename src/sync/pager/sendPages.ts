import type { InfernalDatabase } from '@/db/database';
import { readAllRunbooks, readIncident, readOpenIncidents } from '@/db/queries';
import { readSharing } from '@/db/sharing/readSharing';
import { noteSentPage, readSentPages } from '@/db/sharing/sentPages';
import type { SentPage } from '@/db/syncTables';
import { type Page, type PageAnswer, pagesIn } from '@/domain/paging/pagesIn';
import { needsSecondAdult, ringsUntil } from '@/domain/paging/pageToAnswer';
import type { Incident } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { addMs, type Instant, SECOND_MS } from '@/lib/time';
import type { PagerContext } from '@/sync/context';
import { documentId } from '@/sync/crypto/documents';
import { deviceId } from './deviceId';
import { type PagerMessage, sealMessage } from './message';

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
export type Sending = 'waiting' | 'sent' | 'failed';

/** Sends the pages of the log that are due, and tells the phones of those that are over. */
export async function sendPages(context: PagerContext): Promise<Record<string, Sending>> {
  const { db, now } = context;
  const [sharing, runbooks, sent, open] = await Promise.all([
    readSharing(db),
    readAllRunbooks(db),
    readSentPages(db),
    readOpenIncidents(db),
  ]);
  const sending: Record<string, Sending> = {};
  if (!sharing) return sending;
  for (const incident of open.rows)
    for (const page of pagesOf(incident, runbooks)) {
      const { escalated, answer } = page;
      const end = ringsUntil(escalated, incident, runbooks);
      if (answer || escalated.to === sharing.caregiverId) continue;
      const known = sent.get(escalated.id);
      if (known) sending[escalated.id] = stateOf(known);
      else if (now() < end) sending[escalated.id] = await sendPage(context, incident, page, end);
    }
  for (const page of sent.values()) {
    const answer = page.overAt === null ? await endOf(db, page, runbooks) : null;
    if (answer) await sendOver(context, page, answer);
  }
  return sending;
}

const pagesOf = (incident: Incident, runbooks: readonly Runbook[]): Page[] => {
  const state = foldTimeline(incident.timeline);
  return state ? pagesIn(state, needsSecondAdult(incident, runbooks)) : [];
};

/**
 * Nothing is known of a push that a push service has taken: that it rang is for the phone to say.
 */
const stateOf = ({ results }: SentPage): Sending =>
  results.some(({ result }) => result === 'sent') ? 'sent' : 'failed';

async function sendPage(context: PagerContext, incident: Incident, page: Page, end: Instant): Promise<Sending> {
  const { db, now } = context;
  const { id: pageId, to, at: sentAt } = page.escalated;
  const ttl = Math.max(1, Math.ceil((end - now()) / SECOND_MS));
  const results = await send(context, {
    message: { kind: 'page', to, pageId, sentAt, ringsUntil: end, incident },
    phones: await phonesOf(db, to),
    pageId,
    ttl,
    rings: true,
  });
  if (!results) return 'waiting';
  const sentPage: SentPage = { id: pageId, incidentId: incident.id, at: now(), results, overAt: null };
  await noteSentPage(db, { page: sentPage });
  return stateOf(sentPage);
}

/** How a page has ended; null while it rings, or rang without an answer. */
async function endOf(
  db: InfernalDatabase,
  { id, incidentId }: SentPage,
  runbooks: readonly Runbook[],
): Promise<PageAnswer['kind'] | 'undone' | null> {
  const incident = await readIncident(db, incidentId);
  const page = incident && pagesOf(incident, runbooks).find(({ escalated }) => escalated.id === id);
  if (!page) return 'undone';
  const kind = page.answer?.kind ?? null;
  return kind === 'silent' ? null : kind;
}

async function sendOver(context: PagerContext, page: SentPage, end: PageAnswer['kind'] | 'undone'): Promise<void> {
  const { db, now } = context;
  // The only phone of the caregiver has answered, and needs not be told.
  if ((end === 'up' || end === 'declined') && page.results.length <= 1)
    return void (await noteSentPage(db, { page: { ...page, overAt: now() } }));
  const incident = (await readIncident(db, page.incidentId)) ?? null;
  const results = await send(context, {
    message: { kind: 'over', pageId: page.id, incident },
    phones: page.results.map(({ phoneId }) => phoneId),
    pageId: page.id,
    ttl: OVER_TTL_SECONDS,
    rings: false,
  });
  // A page that is long over is not told any more, whatever became of it.
  if (results || addMs(page.at, OVER_TTL_SECONDS * SECOND_MS) < now())
    await noteSentPage(db, { page: { ...page, overAt: now() } });
}

const phonesOf = async (db: InfernalDatabase, caregiverId: string): Promise<string[]> =>
  (await db.phones.toArray())
    .filter((phone) => phone.deletedAt === null && phone.caregiverId === caregiverId)
    .map(({ id }) => id);

interface Outgoing {
  message: PagerMessage;
  phones: readonly string[];
  pageId: string;
  /** Seconds for which the push service keeps it for a phone that is off. */
  ttl: number;
  rings: boolean;
}

/** Resolves to what became of it for each phone; null if the server did not take it. */
async function send({ keys, client }: PagerContext, { message, phones, pageId, ttl, rings }: Outgoing) {
  const devices = await Promise.all(phones.map((phoneId) => deviceId(keys, phoneId)));
  const reply = await client.page({
    to: devices,
    body: await sealMessage(keys, message),
    ttl,
    topic: await documentId(keys, 'pages', pageId),
    urgency: 'high',
    rings,
  });
  if (!reply.ok) return null;
  const byDevice = new Map(reply.value.devices.map(({ id, result }) => [id, result]));
  return phones.map(
    (phoneId, index) => ({ phoneId, result: byDevice.get(devices[index] ?? '') ?? 'unknown' }) as const,
  );
}
