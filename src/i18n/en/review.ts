/**
 * Messages of the morning review: one question at a time, about what only daylight can repair.
 * Nobody is blamed.
 */
export const review = {
  title: 'Morning review',
  progress: '{place} of {total}',
  skip: 'Skip',
  enough: 'That’s enough for today',
  strip: '{night}, {from} to {to}',
  earlierLines: '{count, plural, one {one more line} other {{count} more lines}}',
  forgotten: {
    title: '{child}, {time}: never closed',
    text: 'The incident is still running, with nobody left in it. How did it end?',
    guessed: {
      usual: 'A guess: {duration}, as usual these weeks.',
      next: 'A guess: just before the next wake-up.',
      other: 'A guess, as every time here.',
    },
    asleep: 'Asleep again, about {time}',
    up: 'Up for the day, {time}',
    otherTime: 'Another time',
  },
  pair: {
    title: '{child}: one wake-up, or two?',
    apart: '{duration} of sleep in between.',
    overlapping: 'Both at once: logged twice, perhaps on two phones.',
    one: 'One wake-up',
    two: 'Two',
  },
  who: { title: '{child}, {time}: who was up?', text: 'Somebody was. The log doesn’t know who.' },
  cause: { title: '{child}, {time}: why, do you think?' },
  unlogged: {
    title: 'Nothing logged. All quiet?',
    text: 'A night nobody logged is not a perfect night. You were there.',
    quiet: 'All quiet',
    nobody: 'Nobody logged',
  },
  toast: {
    settled: 'Asleep again · about {time}',
    merged: 'One wake-up',
    up: '{name} was up · {time}',
    quiet: 'All quiet · {night}',
  },
  clear: {
    title: 'All clear',
    text: 'The log tells the truth again. More coffee.',
    emptyTitle: 'Nothing to repair',
    emptyText: 'The log is in order. Suspiciously so.',
    night: 'Look at the night',
    postmortem: 'File its post-mortem',
    again:
      '{count, plural, one {Ask again what was left as it is} other {Ask again about the {count} left as they are}}',
  },
};
