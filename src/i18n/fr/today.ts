import type { Messages } from '@/i18n/messages';

export const today: Messages['today'] = {
  lastNight:
    '{count, plural, =0 {Personne ne s’est réveillé. À encadrer.} one {Un réveil, {duration} sans dormir. Le plus long sommeil : {longest}.} other {{count} réveils, {duration} sans dormir. Le plus long sommeil : {longest}.}}',
  links: 'Pour la journée',
  health: 'Santé',
  chores: 'Corvées',
  paediatrician: 'Médecin',
  empty: 'Quand quelqu’un se réveillera cette nuit, touchez le grand bouton : il n’y a rien d’autre à savoir.',
  gameday: 'Essayer tout de suite avec une famille inventée',
  hint: {
    names: 'Donner son prénom à bébé',
    rota: 'Dire qui prend quelle nuit',
    phone: 'Ajouter l’autre téléphone',
  },
};
