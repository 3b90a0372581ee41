/**
 * Sentences about patterns. They say when a child wakes, never why: "after" does not mean
 * "because".
 */
export const patterns = {
  title: 'What keeps coming back?',
  /** Numbers up to twelve are written as words. */
  number: {
    n1: 'one',
    n2: 'two',
    n3: 'three',
    n4: 'four',
    n5: 'five',
    n6: 'six',
    n7: 'seven',
    n8: 'eight',
    n9: 'nine',
    n10: 'ten',
    n11: 'eleven',
    n12: 'twelve',
  },
  always: {
    now: 'for {nights} nights now',
    past: 'for {nights} nights by then',
    over: 'for {nights} nights, until {to}',
  },
  mostly: {
    now: 'in {held} of the last {nights} nights',
    past: 'in {held} of {nights} nights up to then',
    over: 'in {held} of {nights} nights, until {to}',
  },
  interval: '{child}: {run}, every {every} on average.',
  intervalOver: '{child}: every {every} on average, {run}.',
  hour: '{child}: mostly between {from} and {to}, {run}.',
  since:
    '{child}: since {from}{after}, {count, plural, one {{perNight} wake-up} other {{perNight} wake-ups}} a night on average. Before: {before}.',
  sinceUntil:
    '{child}: since {from}{after}, and until {to}: {count, plural, one {{perNight} wake-up} other {{perNight} wake-ups}} a night on average. Before: {before}.',
  after: '{days, plural, =0 {, the day {what}} =1 {, the day after {what}} other {, {number} days after {what}}}',
  began: {
    cold: 'the cold began',
    fever: 'the fever began',
    laryngitis: 'the croup began',
    ear: 'the ear infection began',
    gastro: 'the tummy bug began',
    teething: 'the teething began',
    vaccine: 'the jab was given',
    other: '“{label}” began',
    unnamed: 'the illness began',
  },
  ended: {
    cold: 'the cold was over',
    fever: 'the fever was over',
    laryngitis: 'the croup was over',
    ear: 'the ear infection was over',
    gastro: 'the tummy bug was over',
    teething: 'the teething was over',
    vaccine: 'the jab was forgotten',
    other: '“{label}” was over',
    unnamed: 'the illness was over',
  },
  small: {
    interval: '{nights} logged nights, {range}; {distances} distances, give or take {spread}',
    hour: '{nights} logged nights, {range}',
    since: '{nights} logged nights against {before} before',
  },
  aside: {
    interval: 'Somebody is in the crontab, and it is not a server.',
    hour: 'It looks like a scheduled job. Nobody admits to having scheduled it.',
    more: 'Nobody remembers deploying anything.',
    fewer: 'It works. Don’t touch anything.',
    over: 'Over, and closed without a root cause.',
  },
} as const;
