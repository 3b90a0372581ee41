import type { Result } from '@/domain/refusal';
import type { Entry, Incident } from '@/domain/rows/incident';
import { createAcknowledged, createDeclined, createDelivered } from '@/domain/timeline/createEntry';
import { addEntryTo } from '@/domain/timeline/editTimeline';
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
      const moment = { id: `${pageId}/${answer}`, at, estimated, now: laterOf(at, now) };
      return addOnce(incident, (answer === 'up' ? createAcknowledged : createDeclined)(moment, by));
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
      return addOnce(incident, createDelivered({ id: `${pageId}/delivered`, at, now: at }, to));
    }),
);

const addOnce = (incident: Incident, entry: Entry) =>
  incident.timeline.some(({ id }) => id === entry.id)
    ? ({ ok: true, value: incident } as const)
    : addEntryTo(incident, entry, entry.updatedAt);
