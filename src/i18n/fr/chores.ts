import type { Messages } from '@/i18n/messages';

export const chores: Messages['chores'] = {
  title: 'Dette technique',
  link: 'Corvées remises à plus tard : la dette technique',
};
