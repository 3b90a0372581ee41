import { createAlarm } from '@/pwa/alarm';

/** The one alarm of this page: the browser unlocks it once, by the tap that starts the watch. */
export const watchAlarm = createAlarm();
