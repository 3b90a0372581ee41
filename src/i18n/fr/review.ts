import type { Messages } from '@/i18n/messages';

export const review: Messages['review'] = {
  title: 'La revue du matin',
};
