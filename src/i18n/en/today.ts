/** Messages of Tonight by day: last night, and what belongs to the day. */
export const today = {
  lastNight:
    '{count, plural, =0 {Nobody woke. Frame it.} one {One wake-up, {duration} awake. The longest sleep: {longest}.} other {{count} wake-ups, {duration} awake. The longest sleep: {longest}.}}',
  links: 'For the day',
  health: 'Health',
  chores: 'Chores',
  paediatrician: 'Doctor',
  empty: 'When somebody wakes tonight, touch the large button: that is all there is to learn.',
  gameday: 'Try it now on an invented family',
  hint: {
    names: 'Give your baby a name',
    rota: 'Say who has which night',
    phone: 'Add the other phone',
  },
} as const;
