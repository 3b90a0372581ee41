/** The post-mortem of a night. */
export const postmortem = {
  title: 'Post-mortem',
};
