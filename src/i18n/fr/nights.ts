import type { Messages } from '@/i18n/messages';

export const nights: Messages['nights'] = {
  title: 'Nuits',
};
