/** Messages that several screens share, and that no first tap needs. */
export const commonDay = {
  time: {
    never: 'The clocks went forward at {change}: {time} did not happen that night.',
    twice: '{time} happened twice that night, the clocks went back. Which one?',
    first: 'The first',
    second: 'The second, after the change',
  },
  /** Texts that were typed and not saved. */
  kept: {
    typed: 'Typed before, not saved yet.',
    startOver: 'Start over',
    stale: 'This was changed in another window since. Saving replaces that.',
    showSaved: 'Show what is saved',
    gone: 'This was deleted in another window. Nothing is left to change.',
  },
  color: {
    blue: 'Blue',
    orange: 'Orange',
    green: 'Green',
    purple: 'Purple',
    teal: 'Teal',
    yellow: 'Yellow',
    pink: 'Pink',
    grey: 'Grey',
  },
  /** The refusals of what is only changed by day. */
  refusal: {
    nameEmpty: 'A name needs at least one letter.',
    nameTooLong: 'That name is too long: {max} characters at most.',
    textTooLong: 'That text is too long.',
    lastChild: 'Somebody has to wake you: the last child stays.',
    lastCaregiver: 'Somebody has to get up: the last caregiver stays.',
    unknownCaregiver: 'Somebody in it is no longer in the night. Choose somebody else.',
  },
  backupReminder: {
    never: 'This log is two weeks old and only on this device.',
    shared: 'This log is two weeks old and has no backup.',
    old: 'The last backup is {days} days old.',
    save: 'To the backup',
    later: 'Later',
  },
  broken:
    '{count, plural, one {One row of the log cannot be read. The rest is fine.} other {{count} rows of the log cannot be read. The rest is fine.}}',
  brokenLink: 'See which',
  newVersion: {
    ready: 'A new version is ready.',
    apply: 'Update now',
    elsewhere: 'Updated in another window. Reload here when you like.',
    handedBack: 'The new version did not start. This is the one before.',
    tryAgain: 'Try it again',
  },
  estimated: 'estimated',
  guess: 'A guess',
} as const;
