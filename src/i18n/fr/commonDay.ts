import type { DayMessages } from '@/i18n/messages';

export const commonDay: DayMessages['common'] = {
  time: {
    never: 'On a avancé les horloges à {change} : {time} n’a pas existé cette nuit-là.',
    twice: '{time} a existé deux fois cette nuit-là, on a reculé les horloges. Laquelle ?',
    first: 'La première',
    second: 'La seconde, après le changement',
  },
  kept: {
    typed: 'Tapé tout à l’heure, pas encore enregistré.',
    startOver: 'Recommencer',
    stale: 'Cela a changé entre-temps dans une autre fenêtre. Enregistrer le remplace.',
    showSaved: 'Voir ce qui est enregistré',
    gone: 'Cela a été supprimé dans une autre fenêtre. Il n’y a plus rien à changer.',
  },
  color: {
    blue: 'Bleu',
    orange: 'Orange',
    green: 'Vert',
    purple: 'Violet',
    teal: 'Turquoise',
    yellow: 'Jaune',
    pink: 'Rose',
    grey: 'Gris',
  },
  refusal: {
    nameEmpty: 'Il faut au moins une lettre dans un nom.',
    nameTooLong: 'Ce nom est trop long : {max} caractères au plus.',
    textTooLong: 'Ce texte est trop long.',
    lastChild: 'Il faut bien que quelqu’un vous réveille : le dernier enfant reste.',
    lastCaregiver: 'Il faut bien que quelqu’un se lève : le dernier parent reste.',
    unknownCaregiver: 'Une des personnes choisies ne fait plus partie de la nuit. Choisissez quelqu’un d’autre.',
  },
  backupReminder: {
    never: 'Ce journal a deux semaines et n’est que sur cet appareil.',
    shared: 'Ce journal a deux semaines et pas encore de sauvegarde.',
    old: 'La dernière sauvegarde date d’il y a {days} jours.',
    save: 'Sauvegarder',
    later: 'Plus tard',
  },
  broken:
    '{count, plural, one {Une ligne du journal est illisible. Le reste va bien.} other {{count} lignes du journal sont illisibles. Le reste va bien.}}',
  brokenLink: 'Voir laquelle',
  newVersion: {
    ready: 'Une nouvelle version est prête.',
    apply: 'Mettre à jour',
    elsewhere: 'Mise à jour faite dans une autre fenêtre. Rechargez ici quand vous voudrez.',
    handedBack: 'La nouvelle version n’a pas démarré. Voici celle d’avant.',
    tryAgain: 'Réessayer',
  },
  estimated: 'estimé',
  guess: 'À peu près',
};
