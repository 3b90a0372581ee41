import type { Result } from '@/domain/refusal';
import { ID_MAX } from '@/domain/rows/fields';
import type { Entry, Incident } from '@/domain/rows/incident';
import { createAcknowledged, createDeclined, createDelivered } from '@/domain/timeline/createEntry';
import { addEntryTo, type EditResult } from '@/domain/timeline/editTimeline';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { tapTime } from '@/domain/timeline/tapTime';
import { type Instant, laterOf } from '@/lib/time';
import { command } from './door';
import { editIncident, type WrittenIncident } from './editIncident';

/*
 * What a page makes of an incident. The ids of the entries are made from that of the page, so that
 * a tap on the notification and one in the app, or two phones that rang, are told once.
 */

/** A page in an incident. */
interface PagePlace {
  incidentId: string;
  /** The id of the `escalated` that paged. */
  pageId: string;
  /** When it was sent, by the clock of the phone that sent it; this phone's may be behind. */
  sentAt: Instant;
}

export interface AnswerPage extends PagePlace {
  by: string;
  answer: 'up' | 'declined';
  now: Instant;
}

/**
 * Logs "I'm up" or "I can't". Nothing changes if the child is asleep again, or if that caregiver is
 * up already. Refused with `unknownIncident` if there is no such incident.
 */
export const answerPage = command(
  'answerPage',
  ['incidents'],
  (db, { incidentId, pageId, sentAt, by, answer, now }: AnswerPage): Promise<Result<WrittenIncident>> =>
    editIncident(db, { incidentId, now: laterOf(sentAt, now) }, (incident) => {
      const state = foldTimeline(incident.timeline);
      if (!state?.isOpen || state.caregiversUp.includes(by)) return { ok: true, value: incident };
      const { at, estimated } = tapTime(incident.timeline, now);
      const create = answer === 'up' ? createAcknowledged : createDeclined;
      return addOnce(incident, `${pageId}/${answer}`, (id) => create({ id, at, estimated, now: laterOf(at, now) }, by));
    }),
);

export interface NoteDelivered extends PagePlace {
  /** The caregiver whose phone rang. */
  to: string;
  now: Instant;
}

/** Logs that a phone rang: the first one of the caregiver, and only once. */
export const noteDelivered = command(
  'noteDelivered',
  ['incidents'],
  (db, { incidentId, pageId, sentAt, to, now }: NoteDelivered): Promise<Result<WrittenIncident>> =>
    editIncident(db, { incidentId, now: laterOf(sentAt, now) }, (incident) => {
      const page = incident.timeline.find(({ id }) => id === pageId);
      if (!page || page.deletedAt !== null) return { ok: true, value: incident };
      // It rang after it was sent, whatever the two clocks say.
      const at = laterOf(page.at, now);
      return addOnce(incident, `${pageId}/delivered`, (id) => createDelivered({ id, at, now: at }, to));
    }),
);

/**
 * Adds the entry, unless it is there. One that was undone is said anew, under the next id. Of an id
 * that is too long its end is kept, which names the step and what is said of it.
 */
function addOnce(incident: Incident, name: string, create: (id: string) => Entry): EditResult {
  const { timeline } = incident;
  for (let count = 1; ; count++) {
    const id = (count === 1 ? name : `${name} ${count}`).slice(-ID_MAX);
    const known = timeline.find((entry) => entry.id === id);
    if (known?.deletedAt === null) return { ok: true, value: incident };
    if (known) continue;
    const entry = create(id);
    return addEntryTo(incident, entry, entry.updatedAt);
  }
}
