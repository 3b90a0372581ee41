import type { Messages } from '@/i18n/messages';

export const postmortem: Messages['postmortem'] = {
  title: 'Post-mortem',
};
