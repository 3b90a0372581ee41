import type { Messages } from '@/i18n/messages';

export const rota: Messages['rota'] = {
  pageTitle: 'D’astreinte',
  title: 'Le tour de garde',
};
