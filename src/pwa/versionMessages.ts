/*
 * What a page and the service worker say to each other about versions. The page, the worker and the
 * shell (public/early.js, public/rescue.js, which cannot import this file) use these words.
 */

/** What a page asks or tells the worker. The worker answers each with a {@link VersionStatus}. */
export type VersionMessage =
  /** Which version are you? An answer proves that the worker is a whole one. */
  | 'WHO'
  /** The app has drawn its first frame: this version works here. */
  | 'STARTED'
  /** The app has not come up. A version that never did is replaced by the one before. */
  | 'DID_NOT_START'
  /** Somebody asked for the version before, in the shell. */
  | 'GO_BACK'
  /** Somebody asked for the new version once more. */
  | 'TRY_AGAIN'
  /** Somebody asked for the update: the waiting worker takes over. */
  | 'SKIP_WAITING';

/** The worker's answer, after it has done what the message asked for. */
export interface VersionStatus {
  /** The version of the worker itself. */
  version: string;
  /** The version that the next load of the page gets. */
  next: string;
  /** Whether the version before is answered because this one did not start. */
  handedBack: boolean;
  /** Whether the files of the version before are still on this device. */
  hasBefore: boolean;
}

/** A message as it is posted. `version` is that of the page. */
export interface PostedVersionMessage {
  type: VersionMessage;
  version: string;
}

/** How long a page waits for an answer. A whole worker that has to be started first needs less. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * Sends a message to a worker and waits for its answer. Returns null if none comes: the worker is
 * one that does nothing (an empty script), or one of a release before these messages.
 */
export function askWorker(
  worker: Pick<ServiceWorker, 'postMessage'>,
  message: PostedVersionMessage,
): Promise<VersionStatus | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const finish = (status: VersionStatus | null) => {
      clearTimeout(timer);
      port1.close();
      resolve(status);
    };
    const timer = setTimeout(() => finish(null), ANSWER_WITHIN_MS);
    port1.onmessage = ({ data }: MessageEvent<VersionStatus>) => finish(data);
    worker.postMessage(message, [port2]);
  });
}
