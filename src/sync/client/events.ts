import { createParser } from 'eventsource-parser';
import * as v from 'valibot';
import { type ChangeEvent, changeEvent, pageEvent } from '@/protocol/api';
import { HEARTBEAT_MS } from '@/protocol/limits';
import { type Connection, scheduleOf, send } from './request';
import { failureOf, type RequestFailure } from './requestFailure';
import { hasType } from './response';

/** Whatever its type is, an event means: pull. */
export interface LiveEvent {
  /** `open` when the stream is there, else what the server calls it. */
  type: string;
  data: string;
  /** What a `change` says; null for anything else. */
  change: ChangeEvent | null;
  /** The sealed body of a `page`; null for anything else. */
  page: string | null;
}

/** Why there is no stream any more. */
export type StreamEnd =
  /** The signal was aborted. */
  | { why: 'stopped' }
  /** The server ended it, or a proxy that keeps no connection for long. */
  | { why: 'ended' }
  /** The connection broke, or what came is no stream of events. */
  | { why: 'cut' }
  /** Nothing came for two and a half heartbeats. */
  | { why: 'silent' }
  /** There was none. */
  | { why: 'refused'; failure: RequestFailure };

const LONGEST_SILENCE_MS = 2.5 * HEARTBEAT_MS;

/** Far more than any event: a stream that never ends one must not fill the memory. */
const MAX_EVENT_CHARS = 100_000;

/**
 * Reads the stream of a household until it ends, and resolves with the reason. It never rejects,
 * unless `onEvent` throws. Heartbeats are not handed on.
 */
export async function readEvents(
  connection: Connection,
  path: string,
  token: string,
  onEvent: (event: LiveEvent) => void,
  signal: AbortSignal,
): Promise<StreamEnd> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const watchdog = startWatchdog(connection, stop);
  const lost = (end: StreamEnd): StreamEnd =>
    signal.aborted ? { why: 'stopped' } : watchdog.isSilent() ? { why: 'silent' } : end;
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    const call = { method: 'GET', path, token, accept: 'text/event-stream' } as const;
    const response = await send(connection, call, controller.signal).catch(() => null);
    if (!response) return lost({ why: 'refused', failure: { kind: 'offline' } });
    if (!response.ok) {
      const text = await response.text().catch(() => '');
      return lost({ why: 'refused', failure: failureOf(response, text) });
    }
    if (!response.body || !hasType(response, 'text/event-stream')) {
      return { why: 'refused', failure: { kind: 'notHomeServer' } };
    }
    onEvent({ type: 'open', data: '', change: null, page: null });
    return lost(await readChunks(response.body.getReader(), watchdog.heard, onEvent));
  } finally {
    watchdog.cancel();
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function readChunks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  heard: () => void,
  onEvent: (event: LiveEvent) => void,
): Promise<StreamEnd> {
  let isTooLong = false;
  const parser = createParser({
    onEvent: ({ event: type = 'message', data }) =>
      onEvent({
        type,
        data,
        change: type === 'change' ? parsed(changeEvent, data) : null,
        page: type === 'page' ? (parsed(pageEvent, data)?.body ?? null) : null,
      }),
    onError: ({ type }) => {
      isTooLong ||= type === 'max-buffer-size-exceeded';
    },
    maxBufferSize: MAX_EVENT_CHARS,
  });
  const decoder = new TextDecoder();
  while (!isTooLong) {
    const chunk = await reader.read().catch(() => null);
    if (!chunk) return { why: 'cut' };
    if (chunk.done) return { why: 'ended' };
    heard();
    parser.feed(decoder.decode(chunk.value, { stream: true }));
  }
  return { why: 'cut' };
}

/** Returns what an event says, null if that is not what the protocol has it say. */
function parsed<Value>(schema: v.GenericSchema<unknown, Value>, data: string): Value | null {
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(data));
    return success ? output : null;
  } catch {
    return null;
  }
}

/** Calls `onSilence` when nothing was heard for too long, at the start or later. */
function startWatchdog(connection: Connection, onSilence: () => void) {
  const schedule = scheduleOf(connection);
  let isSilent = false;
  const start = () =>
    schedule(() => {
      isSilent = true;
      onSilence();
    }, LONGEST_SILENCE_MS);
  let cancel = start();
  return {
    heard: () => {
      cancel();
      cancel = start();
    },
    cancel: () => cancel(),
    isSilent: () => isSilent,
  };
}
