import { expect, it } from 'vitest';
import { addEntry } from '@/db/editIncident';
import { answerPage, noteDelivered } from '@/db/paging';
import { readIncident } from '@/db/queries';
import { hearPage } from '@/db/sharing/hearPage';
import { type Page, pagesIn } from '@/domain/paging/pagesIn';
import type { EntryOf } from '@/domain/rows/incident';
import { createEscalated, createResolved } from '@/domain/timeline/createEntry';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { addMs, HOUR_MS } from '@/lib/time';
import { openMessage, sealMessage } from '@/sync/pager/message';
import { logWakeUp } from '../../support/database';
import { DAD, tonightAt } from '../../support/factories';
import { logText, roundOf, settle, sharedPhones } from '../../support/sharedPhone';
import { SimulatedServer } from '../../support/simulatedServer';

/** `PAGES=1000` plays more. */
const PAGES = Number(process.env.PAGES ?? 60);
/** A timeline has room for a thousand entries; a page with its delivery and its end is three. */
const PAGES_A_WAKE_UP = 300;

it('is in the timeline once with its delivery and its answer, however often it comes, by push and with the rows', async () => {
  let now = tonightAt('02:44:00');
  const [first, second] = await sharedPhones(new SimulatedServer(), [0, 0], () => now);
  if (!first || !second) throw new Error('there are two');
  const [hers, his] = [first, second];
  let incidentId = '';
  for (let count = 0; count < PAGES; count++) {
    if (count % PAGES_A_WAKE_UP === 0) incidentId = await wakeUp();
    now = addMs(now, 1_000);
    const page = createEscalated({ id: `page ${count}`, at: now, now }, DAD, 1, 'page');
    await addEntry(hers.db, { incidentId, entry: page, now });
    const body = await bodyOf(page);
    // The push may come before the row, after it, and twice; two windows may answer.
    const turn = count % 3;
    if (turn === 1) await bothHear();
    for (let time = 0; time < 2; time++) await ring(body);
    if (turn === 2) await bothHear();
    for (let time = 0; time < 2; time++) await answer(page);
  }
  await settle([hers, his]);
  expect(await logText(his.db)).toBe(await logText(hers.db));
  const incidents = await hers.db.incidents.toArray();
  const pages = incidents.flatMap(({ timeline }): Page[] => {
    const state = foldTimeline(timeline);
    return state ? pagesIn(state) : [];
  });
  expect(pages).toHaveLength(PAGES);
  expect(pages.filter(({ deliveredAt, answer: said }) => deliveredAt === null || said?.kind !== 'declined')).toEqual(
    [],
  );
  const ids = incidents.flatMap(({ timeline }) => timeline.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.endsWith('/delivered'))).toHaveLength(PAGES);

  /** Ends the wake-up before, whose timeline is nearly full. */
  async function wakeUp(): Promise<string> {
    if (incidentId !== '') {
      const end = createResolved({ id: `end ${incidentId}`, at: now, now }, DAD, 'settled');
      await addEntry(hers.db, { incidentId, entry: end, now });
      now = addMs(now, HOUR_MS);
      // His worker hears that, before it writes anything of the next one.
      await bothHear();
    }
    const cry = await logWakeUp(hers.db, now);
    if (!cry.ok) throw new Error('no cry');
    return cry.value.incident.id;
  }
  async function bodyOf({ id, at }: EntryOf<'escalated'>): Promise<string> {
    const incident = await readIncident(hers.db, incidentId);
    const message = { kind: 'page', to: DAD, pageId: id, sentAt: at, incident } as const;
    return sealMessage(hers.context.keys, message);
  }
  async function ring(body: string): Promise<void> {
    const message = await openMessage(his.context.keys, body);
    if (message?.kind !== 'page' || !message.incident) throw new Error('no page');
    const { householdId } = his.context.keys;
    await hearPage(his.db, { householdId, incident: message.incident });
    const { pageId, sentAt, to } = message;
    await noteDelivered(his.db, { incidentId: message.incident.id, pageId, sentAt, to, now });
  }
  async function answer({ id, at }: EntryOf<'escalated'>): Promise<void> {
    await answerPage(his.db, { incidentId, pageId: id, sentAt: at, by: DAD, answer: 'declined', now });
  }
  async function bothHear(): Promise<void> {
    await roundOf(hers);
    await roundOf(his);
  }
}, 600_000);
