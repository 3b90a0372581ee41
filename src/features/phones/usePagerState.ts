import { useSyncExternalStore } from 'react';
import { useOwnPager } from '@/hooks/usePager';
import { installState, subscribeToInstallState } from '@/pwa/install';
import { readNotificationPermission, subscribeToPermission } from '@/pwa/notificationPermission';
import { supportsPush } from '@/pwa/pushSupport';
import { type PagerState, pagerStateOf } from './pagerState';

/** Whether this phone rings when it is paged, and why not. Undefined while that is read. */
export function usePagerState(): PagerState | undefined {
  const permission = useSyncExternalStore(subscribeToPermission, readNotificationPermission);
  const install = useSyncExternalStore(subscribeToInstallState, installState);
  const own = useOwnPager(permission);
  return own && pagerStateOf(own, { supportsPush: supportsPush(), install, permission });
}
