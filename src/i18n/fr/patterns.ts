import type { Messages } from '@/i18n/messages';

export const patterns: Messages['patterns'] = {
  title: 'Ce qui revient',
};
