import type { Messages } from '@/i18n/messages';

export const health: Messages['health'] = {
  title: 'Maladies et santé',
  link: 'Maladies, températures, médicaments',
};
