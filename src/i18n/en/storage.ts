/**
 * Messages about a storage that fails, and about a log that is gone. They are loaded when that
 * happens, at night as well.
 */
export const storage = {
  /** What happened, and what to do. */
  trouble: {
    connectionLost: 'The storage has stopped answering.',
    full: 'The storage is full: free some space when you can.',
    unavailable:
      'The browser’s storage does not open: a private window, blocked site data or damaged files. Try a normal window.',
    newerSchema: 'A newer version of the app wrote this log. Your log is safe; reload to get that version.',
    unknown: 'The log takes nothing just now.',
    newerWindowOpened: 'A newer version is open in another window. Your log is safe; reload here.',
    blockedByOtherWindow: 'Another window of the app holds the log. Close it and this one goes on.',
    deletedElsewhere: 'The log was deleted while this window was open. Reload to begin again.',
    cannotOpen: 'The log does not open. The night goes on without it.',
  },
  notWritten: {
    full: 'The storage is full, and nothing was changed. Free some space, then try again.',
    connectionLost: 'The storage has stopped answering. Nothing was changed; reload, then try again.',
    unknown: 'It could not be written. Nothing was changed; try again.',
  },
  kept: 'Your taps are kept on this device.',
  keptInWindow: 'Not on disk yet: keep this window open.',
  applied:
    '{count, plural, one {Written now: the tap that was kept.} other {Written now: the {count} taps that were kept.}}',
  leftOut:
    '{count, plural, one {A kept tap no longer fits what was logged since: left out.} other {{count} kept taps no longer fit what was logged since: left out.}}',
  unknownWrites:
    '{count, plural, one {One kept tap waits for the version of the app that made it.} other {{count} kept taps wait for the version of the app that made them.}}',
  lost: {
    all: 'The log that was here is gone. It was last seen on {day} at {time}.',
    part: 'Part of the log is missing. It was last seen whole on {day} at {time}.',
  },
  options: 'What can be done',
  secondLog: 'This is a second log. The first one did not open.',
  /** The screen of what can be done. */
  title: 'The log',
  fine: 'The log is here, and takes what is logged.',
  why: {
    all: 'The browser has cleared it, somebody has, or its files were damaged.',
    part: 'Its files were damaged, or the phone died while writing. What is left is sound.',
    cannotOpen:
      'Its files may be damaged. They are left as they are, and what you tap belongs to it if it opens again.',
    second: 'The first log is left as it is. Each start looks whether it opens again.',
  },
  restore: 'Restore a backup',
  accept: 'Go on with what is here',
  goOn: 'Go on in a new log',
  goOnHint: 'It begins with the same names and what you tapped tonight. The old one stays; both can be joined later.',
  tryAgain: 'Try again',
  save: 'Save what can be read',
  saved:
    '{count, plural, =0 {Every row could be read.} one {One row could not be read.} other {{count} rows could not be read.}}',
  nothingReadable: 'Nothing of it can be read.',
  firstIsBack: 'The first log opens again.',
  join: 'Join both logs',
  contradiction:
    'The two logs do not fit together: one wake-up would have more lines than there is room for. Save both as files first.',
  notDone: 'That did not work: the storage did not take it.',
} as const;
