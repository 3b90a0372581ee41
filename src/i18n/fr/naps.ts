import type { Messages } from '@/i18n/messages';

export const naps: Messages['naps'] = {
  title: 'Recharge',
  link: 'Siestes, et ce qu’il reste de patience',
};
