import type { Messages } from '@/i18n/messages';

export const household: Messages['household'] = {
  title: 'Foyer',
};
