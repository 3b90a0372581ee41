/**
 * The post-mortem of a night: the generated text, and the page around it. The text is blameless: it
 * names steps, never faults.
 */
export const postmortem = {
  title: 'Post-mortem',
  link: 'Post-mortem of this night',
  notBegun: 'This night has not begun. Nothing to regret yet.',
  live: 'Nothing is kept yet: the text follows the log until you edit it, tick something or save it.',
  outdated: 'The log has changed since. Regenerating brings the figures up to date and leaves your own words alone.',
  edit: 'Edit',
  editLabel: 'The whole text, in Markdown',
  editHint: 'Your own lines stay through every regeneration.',
  save: 'Save',
  regenerate: 'Regenerate',
  share: 'Share',
  copy: 'Copy',
  print: 'Print',
  changedSince: 'Another window changed it meanwhile. “Save” once more puts this text in its place.',
  notCopied: 'The browser did not let go of the text. Select it under “Edit” instead.',
  defer: 'Put it off as a chore',
  deferItem: 'Put it off as a chore: {item}',
  effort: 'How long would it take?',
  deferred: 'Now a chore · {minutes}',
  paid: 'A chore, and done',
  toast: {
    kept: 'Post-mortem saved',
    saved: 'Your words are kept',
    ticked: 'Ticked off',
    unticked: 'Open again',
    regenerated: 'Up to date. What you wrote is where it was.',
    nothingNew: 'Nothing new: it says what the log says.',
    deferred: 'Now a chore: {minutes}',
    copied: 'Copied',
    shared: 'Handed on',
    file: 'Saved as {name}',
  },
  heading: 'Post-mortem: night of {from} to {to}',
  head: {
    summary: 'Summary',
    impact: 'Impact',
    timeline: 'Timeline',
    cause: 'Root cause',
    worked: 'What worked, and whether it held',
    escalations: 'Escalations',
    lucky: 'What we were lucky with',
    actions: 'Action items',
    story: 'User story',
    question: 'The existential question of the night',
  },
  nothing: 'Nothing on record.',
  summary: {
    usual:
      '{count, plural, one {One wake-up} other {{count} wake-ups}} between {from} and {to}. The sleep service was down for {down}.',
    worst: 'The longest incident: {child}, from {time} on, {duration}.',
    open: '{count, plural, one {One incident is} other {{count} incidents are}} still running. Greetings from the trenches.',
    quiet: 'Nobody woke. All services stayed up, so that nobody else had to.',
    falseOnly:
      'Nothing that counts: {count, plural, one {one false alarm, withdrawn} other {{count} false alarms, all withdrawn}} by the complainant.',
    carried: 'Awake since {time}: no new wake-up, but {down} of outage left over from before the night.',
    again: 'No new wake-up, but one from before the night came back: {down} of outage.',
    unlogged: 'Nobody logged this night. Either all slept, or nobody could hold a phone; the evidence fits both.',
    blameless: 'This text is blameless: steps fail, people get up.',
  },
  impact: {
    down: 'Down time: {down} of {window}',
    availability: 'Sleep availability: {value} (objective: {objective})',
    recovery: 'Recovery, median: {median}',
    double: 'Two children at once: {count, plural, one {once} other {{count} times}}, {minutes}',
    person:
      'Sleep lost by {name}: {minutes}; {count, plural, =0 {no intervention} one {one intervention} other {{count} interventions}}',
    none: 'No figures: what nobody logged is neither good nor bad.',
  },
  line: {
    detected: 'awake',
    escalated: 'page to {name}',
    noResponse: 'the page to {name} was not answered',
    paged: 'page to {name}’s phone',
    declined: '{name} could not take it',
    none: 'No entries. Silence is a log line, too.',
  },
  cause: {
    usual: '{cause}: {count, plural, one {one wake-up} other {{count} wake-ups}}',
    moon: 'Unknown to us: the moon ({count, plural, one {one wake-up} other {{count} wake-ups}}). Seen at the scene, it declined to comment.',
    unknown:
      'Not said: {count, plural, one {one wake-up} other {{count} wake-ups}}. The investigation fell asleep on the sofa.',
    carried: '{child}, awake from {time}, before the night: {cause}',
    notSaid: 'cause not said',
    falseAlarm: 'A false alarm needs none.',
    none: 'None. Nothing broke, which is suspicious.',
    note: '{child}, {time}: “{note}”',
  },
  worked: {
    credited:
      '{remedy}: last before sleep {count, plural, one {once} other {{count} times}}, {recovery} later; held for an hour: {held}',
    tried: '{remedy}: tried {count, plural, one {once} other {{count} times}}, asleep for other reasons',
    carried: 'For what began before the night: {remedies}',
    nothing: 'Nothing was tried.',
    none: 'Nothing was tried. It worked.',
  },
  escalations: {
    person:
      '{attempts, plural, one {One page} other {{attempts} pages}} to {name}: {answered, plural, =0 {none answered} other {{answered} answered}}',
    /** Once a phone was paged: these are the calls by voice alone. */
    byVoice:
      '{attempts, plural, one {One call} other {{attempts} calls}} to {name} by voice: {answered, plural, =0 {none answered} other {{answered} answered}}',
    uncounted: 'Pages went out that no figure counts: see the timeline.',
    none: 'Nobody was paged.',
  },
  /** A page to a phone, told in one line. */
  page: {
    line: 'Page to {name}’s phone at {time}: {rang}, {answer}',
    rang: 'it rang at {time}',
    unheard: 'no phone said that it rang',
    up: 'up at {time}',
    declined: '“I can’t” at {time}',
    silent: 'no answer by {time}',
    somebodyElse: 'somebody else was up at {time}',
    takenBack: 'taken back at {time}, the child slept',
    pending: 'no answer yet',
  },
  lucky: {
    longest: 'The longest stretch of quiet lasted {longest}.',
    falseAlarms:
      '{count, plural, one {One false alarm was} other {{count} false alarms were}} over before anybody had found a slipper.',
    alone: '{count, plural, one {One incident} other {{count} incidents}} settled alone: no risky deployment.',
    slept: '{child} slept through all of it.',
    apart: 'Two children woke, but never both at once.',
    limit: 'Nobody went over their limit of interventions.',
    unlogged: 'Nobody had anything to write down, or a hand to do it with.',
  },
  action: {
    hunger: 'Move the last feed closer to the parents’ own bedtime',
    diaper: 'Upgrade the night nappy by one size, before it upgrades the sheets',
    illness: 'Put thermometer, tissues and water on one tray that can be found in the dark',
    teething: 'Keep a teething ring in the fridge, on the shelf of the good cheese',
    nightmare: 'Review the bedtime story; the wolf may have had too large a part',
    noise: 'Find what creaks. Oil it, or learn to step over it',
    'cold-or-hot': 'Read the bedroom thermometer at bedtime, not at three',
    separation: 'Schedule ten minutes of lap before bed, not negotiable',
    'unknown-to-us': 'Draw the curtains: take the moon off the list of suspects',
    other: 'Write down what “other” was while somebody still knows',
    unknown: 'Give each wake-up a cause while the coffee is warm',
    escalation: 'Adjust the rota, or the volume: a page went unanswered',
    declined: 'Agree by day on who takes over when somebody can’t',
    unheard: 'Test the pager by day: a page went out, and no phone said that it rang',
    limit: 'Swap a night for {name}: {count} interventions against a limit of {limit}',
    double: 'Isolate staging: a door, a fan, anything between the two beds',
    reopened: 'Check the fix before leaving the room: count slowly to a hundred',
    open: 'Close the incident that is still running, in the house or in the log',
    unlogged: 'Tap one thing next night, if only “Good night”',
    same: 'Do exactly the same tonight, down to the socks',
  },
  story: '{who}, I want {want}.',
  who: {
    weeks: 'As {weeks, plural, =0 {a newborn} =8 {an eight-week-old} =11 {an 11-week-old} other {a {weeks}-week-old}}',
    months:
      'As {months, plural, =3 {a three-month-old} =4 {a four-month-old} =5 {a five-month-old} =6 {a six-month-old} =7 {a seven-month-old} =8 {an eight-month-old} =9 {a nine-month-old} =10 {a ten-month-old} =11 {an eleven-month-old} =12 {a twelve-month-old} =18 {an 18-month-old} other {a {months}-month-old}}',
    years: 'As {years, plural, =8 {an} =11 {an} =18 {an} other {a}} {years}-year-old',
    unknown: 'As a stakeholder of small size',
  },
  want: {
    hunger: 'the kitchen to stay open all night, so that nothing is negotiated on an empty stomach',
    diaper: 'a dry working environment, so that I can concentrate on sleeping',
    illness: 'somebody warm to cough at, so that being ill is not also being alone',
    teething: 'something cold to chew on, so that this tooth ships before the next one starts',
    nightmare: 'a witness at my bedside, so that the wolf is entered in the minutes',
    noise: 'the floorboards to be refactored, so that I am the only one here who wakes people',
    'cold-or-hot': 'a room that is neither Norway nor Naples, so that the blanket and I stay on good terms',
    separation: 'a health check on my parents at regular intervals, so that I know the service is still up',
    'unknown-to-us': 'the moon to be moved, so that both of us get some rest',
    other: 'to be believed without giving reasons, so that I keep some mystery',
    unknown: 'my ticket to have a cause before it is closed, so that I am not filed under weather',
    quiet: 'this night to be the new baseline, so that everybody forgets the old one',
    unlogged: 'somebody to note that I was there, so that history has two sides',
  },
  /** One sentence per line. The day of the night decides which one is shown. */
  questions: `If everybody sleeps and nobody logs it, was it uptime?
Who was on call before there were parents?
Is the child awake, or are we?
When did “five more minutes” become a prayer?
If nobody remembers four in the morning, who warmed the milk?
Do we rock the child, or does the child rock us?
What is the sound of one dummy falling?
Was it ever really about the milk?
Where does the sleep go that was not slept?
Can one be homesick for a bed while lying on the edge of it?
Is a nap a short night, or is the night a nap with ambitions?
How does the floorboard know?
Does the moon have a rota?
If we slept eight hours, would we still be us?
Is “asleep” a state, or only the gap between two observations?
Who sings to the one who sings?
Would it still be love with a service-level agreement?
If a fix holds and nobody is awake to see it, did it hold?
Is silence a feature, or a broken sensor?
One day somebody will have to be woken for school. Shall we laugh?
Why is the cuddly toy always where we have looked already?`,
};
