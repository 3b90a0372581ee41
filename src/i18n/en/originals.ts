/**
 * The texts of the three original runbooks. They are read by somebody half asleep, so a text begins
 * with what to do.
 */
export const originals = {
  /** A step of the standard runbook until version 2 of the data; past nights still name it. */
  ourBed: 'Migrate the service to our bed',
  standard: {
    name: 'Standard incident',
    steps: {
      grace: 'Hands off: most of them restart by themselves',
      wakeOnCall: 'Page whoever is on call',
      wakeBackup: 'No answer: page the backup',
      look: 'Look first: hot, cold, wet, or stuck?',
      cuddle: 'Cuddle. In the dark, without a word',
      feed: 'Feed. The root cause can wait until morning',
    },
  },
  degraded: {
    name: 'Degraded mode: no feed',
    steps: {
      grace: 'Hands off: the kitchen is closed',
      handOver: 'Page the other one. Whoever feeds stays in bed',
      ownBed: 'Lie down in the child’s bed. It fits, diagonally',
      cuddle: 'Cuddle. Five minutes, no negotiations',
      noFeed: 'No feed: stay close, breathe, outlast it',
    },
  },
  double: {
    name: 'Double incident: allow an hour',
    steps: {
      contain: 'Contain it: door shut, lights off, neither wakes the other',
      help: 'Page for help: one adult per outage',
      diaper: 'Change the nappy, by feel',
      sheets: 'Sheets, pyjamas: replace what is wet',
      restore: 'Restore the first one: cuddle until silence',
      anHour: 'An hour is normal. Sit down before you look at the clock',
    },
  },
} as const;
