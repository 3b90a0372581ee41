import type { InstallState } from '@/pwa/install';
import type { OwnPager } from '@/sync/pager/service';

export type PagerState =
  | 'on'
  | 'off'
  /** It is to ring, and cannot: the browser has lost its subscription or the permission. */
  | 'lost'
  /** The browser does not let the app show notifications, and no longer asks. */
  | 'denied'
  /** An iPhone's browser, which only has push for the app on the home screen. */
  | 'homeScreen'
  | 'unsupported';

/** Returns whether this phone rings when it is paged, and why not. */
export function pagerStateOf(
  { isWanted, isSubscribed }: OwnPager,
  browser: { supportsPush: boolean; install: InstallState; permission: NotificationPermission },
): PagerState {
  if (!browser.supportsPush) return browser.install === 'ios' ? 'homeScreen' : 'unsupported';
  if (browser.permission === 'denied') return 'denied';
  if (!isWanted) return 'off';
  return isSubscribed && browser.permission === 'granted' ? 'on' : 'lost';
}
