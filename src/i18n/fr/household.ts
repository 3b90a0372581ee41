import type { Messages } from '../messages';

export const household: Messages['household'] = {
  title: 'Foyer',
};
