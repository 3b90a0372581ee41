import type { Messages } from '../messages';

export const nights: Messages['nights'] = {
  title: 'Nuits',
};
