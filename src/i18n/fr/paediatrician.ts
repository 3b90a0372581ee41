import type { Messages } from '@/i18n/messages';

export const paediatrician: Messages['paediatrician'] = {
  title: 'Rapport pour le pédiatre',
  link: 'Deux pages pour le pédiatre',
};
