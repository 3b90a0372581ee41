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
  clock: {
    wasAhead:
      'This phone’s clock was {duration} ahead. The morning review can mend {count, plural, one {the time} other {the {count} times}} it wrote.',
    wasBehind:
      'This phone’s clock was {duration} behind. The morning review can mend {count, plural, one {the time} other {the {count} times}} it wrote.',
    isBehind: 'This phone’s clock says {day}. What is logged now lands there, until the clock is set right.',
    aheadTitle: 'The clock was ahead: {count, plural, one {one time is} other {{count} times are}} wrong',
    behindTitle: 'The clock was behind: {count, plural, one {one time is} other {{count} times are}} wrong',
    exactText: 'It has been set right, by {duration}. Before that it wrote:',
    aboutText: 'It was off by at least {duration}: nobody saw it being set right. Before that it wrote:',
    now: 'now {from}',
    more: '{count, plural, one {and one more} other {and {count} more}}',
    others: '{count, plural, one {one time beside the wake-ups} other {{count} times beside the wake-ups}}',
    moveBack: 'Move back by {duration}',
    moveForward: 'Move on by {duration}',
    otherTime: 'When was it really?',
    keep: 'It is right',
    sheetText: 'When was the first of them, dated {time}? All others move with it.',
    overlaps: 'Moved by {duration}, it would lie over another wake-up.',
    day: 'Day',
    time: 'Time',
    noDay: 'There is no such day.',
    move: 'Move',
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
    movedBack: 'Moved back by {duration}',
    movedForward: 'Moved on by {duration}',
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
