import type { Messages } from '@/i18n/messages';

export const runbooks: Messages['runbooks'] = {
  title: 'Procédures',
};
