/**
 * The push services of Chrome, Firefox, Safari and Edge. An endpoint is whatever a phone says it
 * is, so without this list the server could be made to call any address, in the house, too.
 */
export const PUSH_HOSTS: readonly string[] = [
  'fcm.googleapis.com',
  '*.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
];
