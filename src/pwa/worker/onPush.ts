import { CANNOT_ACTION, UP_ACTION } from '@/pwa/pageNotification';
import type { Ringer } from './Ringer';

/*
 * The code of the pager is in the worker's only file, but runs only when it is needed: every start
 * of the app waits for the worker.
 */

/** Shows what a push says; it is sealed by another phone of the household. */
export async function onPush(data: PushMessageData | null, ringer: Ringer): Promise<void> {
  const { showPush } = await import('./ring');
  await showPush(data?.text() ?? '', ringer);
}

/**
 * Handles a tap on a notification. Resolves to true if it was an answer to a page; otherwise the
 * tap is to open the app.
 */
export async function onPagerTap(action: string, notification: Notification, ringer: Ringer): Promise<boolean> {
  const { answerTap } = await import('./answerTap');
  const answers: Partial<Record<string, 'up' | 'declined'>> = { [UP_ACTION]: 'up', [CANNOT_ACTION]: 'declined' };
  return answerTap(notification, answers[action] ?? null, ringer);
}
