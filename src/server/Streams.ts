import type { ServerResponse } from 'node:http';
import type { ChangeEvent } from '@/protocol/api';
import { HEARTBEAT_MS } from '@/protocol/limits';
import type { Notification } from './notifications';

const HEARTBEAT = ':\n\n';
const PULL_EVENT = 'event: pull\ndata: {}\n\n';

export const changeText = ({ head, sum }: ChangeEvent): string =>
  `event: change\ndata: ${JSON.stringify({ head, sum })}\n\n`;

const pageText = (body: string): string => `event: page\ndata: ${JSON.stringify({ body })}\n\n`;

const ignore = () => {};

/** What a reader who has not taken the last event will get next. */
interface Waiting {
  /**
   * All of them, in order. They are few: their number is limited, and a reader who takes nothing
   * is let go.
   */
  pages: string;
  /** Of all other events only the latest: each means "pull". */
  latest: string;
}

/**
 * The open event streams of this process. Thousands of them are open at the same time, so a stream
 * is no more than its response: all share one timer and the same functions.
 */
export class Streams {
  readonly #byHousehold = new Map<string, Set<ServerResponse>>();
  readonly #waiting = new Map<ServerResponse, Waiting>();
  /** Readers who had taken nothing at the last heartbeat. */
  #stalled = new Set<ServerResponse>();
  readonly #timer: NodeJS.Timeout;
  readonly #onDrain: (this: ServerResponse) => void;
  #count = 0;
  #closed = false;

  constructor(heartbeatMs = HEARTBEAT_MS) {
    this.#timer = setInterval(() => this.#beat(), heartbeatMs);
    this.#timer.unref();
    const waiting = this.#waiting;
    this.#onDrain = function () {
      const next = waiting.get(this);
      waiting.delete(this);
      if (next && !this.writableEnded) this.write(next.pages + next.latest);
    };
  }

  get closed(): boolean {
    return this.#closed;
  }

  get count(): number {
    return this.#count;
  }

  countOf(household: string): number {
    return this.#byHousehold.get(household)?.size ?? 0;
  }

  /** Adds a stream whose head is written. It is removed when it is closed, by whichever side. */
  add(household: string, stream: ServerResponse): void {
    const streams = this.#byHousehold.get(household) ?? new Set();
    this.#byHousehold.set(household, streams.add(stream));
    this.#count += 1;
    stream.on('drain', this.#onDrain);
    // Whatever becomes of a reader, `close` follows; an error that nobody hears ends the process.
    stream.on('error', ignore);
    stream.once('close', () => {
      streams.delete(stream);
      if (streams.size === 0) this.#byHousehold.delete(household);
      this.#waiting.delete(stream);
      this.#stalled.delete(stream);
      this.#count -= 1;
    });
  }

  /** Passes on what another connection or process has done. */
  notify(notification: Notification): void {
    const streams = this.#byHousehold.get(notification.household);
    if (!streams) return;
    if ('gone' in notification) {
      for (const stream of streams) stream.end();
      return;
    }
    if ('page' in notification) {
      const text = pageText(notification.page);
      for (const stream of streams) this.#sendPage(stream, text);
      return;
    }
    const text = changeText(notification);
    for (const stream of streams) this.send(stream, text);
  }

  /**
   * Sends an event, after what the reader still has to take; then only the latest one, because
   * each means "pull". A stream that was ended takes nothing more, although it may stay open until
   * its reader has taken all.
   */
  send(stream: ServerResponse, text: string): void {
    if (stream.writableEnded) return;
    if (stream.writableNeedDrain) this.#waitingOf(stream).latest = text;
    else stream.write(text);
  }

  /** Sends a page, which no later event may displace. */
  #sendPage(stream: ServerResponse, text: string): void {
    if (stream.writableEnded) return;
    if (stream.writableNeedDrain) this.#waitingOf(stream).pages += text;
    else stream.write(text);
  }

  #waitingOf(stream: ServerResponse): Waiting {
    const waiting = this.#waiting.get(stream) ?? { pages: '', latest: '' };
    this.#waiting.set(stream, waiting);
    return waiting;
  }

  /** Tells everybody to pull, after a time in which notifications may have been missed. */
  pullAll(): void {
    for (const streams of this.#byHousehold.values()) for (const stream of streams) this.send(stream, PULL_EVENT);
  }

  /** Ends all streams. No other one may be added. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    for (const streams of this.#byHousehold.values()) for (const stream of streams) stream.end();
  }

  #beat(): void {
    const stalled = new Set<ServerResponse>();
    for (const streams of this.#byHousehold.values()) {
      for (const stream of streams) {
        const takesNothing = stream.writableNeedDrain || stream.writableEnded;
        if (!takesNothing) stream.write(HEARTBEAT);
        else if (this.#stalled.has(stream)) stream.destroy();
        else stalled.add(stream);
      }
    }
    this.#stalled = stalled;
  }
}
