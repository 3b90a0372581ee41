import type { PagerMessage } from './message';

/** Of this browser, whatever the household: a message names the test or the page that it is of. */
const CHANNEL = 'infernalops.pager';

/**
 * Tells the windows of this app, this one too, of a message that the live stream has brought. The
 * stream is read in one window, and the message may be for another.
 */
export function emitPagerMessage(message: PagerMessage): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(message);
  channel.close();
}

/** Calls back with each message, until the returned function is called. */
export function onPagerMessage(listener: (message: PagerMessage) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<PagerMessage>) => listener(data);
  return () => channel.close();
}
