/** Whether a push can wake this app here: on an iPhone, only in the app on the home screen. */
export const supportsPush = (): boolean =>
  'PushManager' in globalThis && 'Notification' in globalThis && 'serviceWorker' in navigator;
