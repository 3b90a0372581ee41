/** Chores put off in the night: technical debt. */
export const chores = {
  title: 'Technical debt',
  link: 'Chores put off: the technical debt',
};
