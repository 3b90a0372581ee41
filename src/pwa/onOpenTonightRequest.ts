import { OPEN_TONIGHT } from './incidentNotification';

/**
 * Calls the listener when the worker asks this window to show Tonight, because somebody tapped a
 * notification. Returns a function that removes the listener.
 */
export function onOpenTonightRequest(listener: () => void): () => void {
  if (!('serviceWorker' in navigator)) return () => {};
  const { serviceWorker } = navigator;
  const onMessage = ({ data }: MessageEvent<{ type?: unknown } | null>) => {
    if (data?.type === OPEN_TONIGHT) listener();
  };
  serviceWorker.addEventListener('message', onMessage);
  return () => serviceWorker.removeEventListener('message', onMessage);
}
