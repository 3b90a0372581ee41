import type { DayMessages } from '@/i18n/messages';

export const paging: DayMessages['paging'] = {
  pageTitle: '{child} ne dort plus depuis {time}',
  pageBody: '{name}, on vous bipe.',
  up: 'J’y vais',
  cannot: 'Je ne peux pas',
  overTitle: 'Rien à faire',
  somebodyUp: '{name} est debout. Rendormez-vous.',
  asleepAgain: '{child} redort. Rendormez-vous.',
  answered: 'Répondu sur un autre téléphone.',
  unreadableTitle: 'On vous bipe',
  unreadableBody: 'Ce téléphone ne peut pas lire le bip. Ouvrez l’app.',
  handover: '{name}, c’est votre astreinte à partir de maintenant.',
  testTitle: 'Essai du bip',
  testBody: 'Ça a sonné. Touchez ici pour le dire.',
  notWritten: 'Votre réponse n’a pas pu être notée. Ouvrez l’app et touchez-la là.',
  state: {
    waiting: 'Pas encore envoyé…',
    sent: 'Envoyé',
    failed: 'Le téléphone de {name} ne l’a pas pris. À la voix !',
    delivered: 'Le téléphone de {name} sonne',
    you: 'On vous bipe',
    goBack: '{name} est debout. Rendormez-vous.',
  },
};
