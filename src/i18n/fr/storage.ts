import type { Messages } from '@/i18n/messages';

export const storage: Messages['storage'] = {
  trouble: {
    connectionLost: 'Le stockage ne répond plus.',
    full: 'Le stockage est plein : libérez un peu de place dès que possible.',
    unavailable:
      'Le stockage du navigateur ne s’ouvre pas : fenêtre privée, données de site bloquées ou fichiers abîmés. Essayez une fenêtre normale.',
    newerSchema: 'Ce journal a été écrit par une version plus récente. Il est intact ; rechargez pour l’obtenir.',
    unknown: 'Le journal n’accepte rien pour le moment.',
    newerWindowOpened:
      'Une version plus récente est ouverte dans une autre fenêtre. Le journal est intact ; rechargez ici.',
    blockedByOtherWindow: 'Une autre fenêtre de l’app tient le journal. Fermez-la et celle-ci continue.',
    deletedElsewhere: 'Le journal a été supprimé pendant que cette fenêtre était ouverte. Rechargez pour recommencer.',
    cannotOpen: 'Le journal ne s’ouvre pas. La nuit continue sans lui.',
  },
  notWritten: {
    full: 'Le stockage est plein. Rien n’a changé ; libérez un peu de place, puis réessayez.',
    connectionLost: 'Le stockage ne répond plus. Rien n’a changé ; rechargez, puis réessayez.',
    unknown: 'Écriture impossible. Rien n’a changé ; réessayez.',
  },
  kept: 'Vos gestes sont gardés sur cet appareil.',
  keptInWindow: 'Pas encore sur le disque : gardez cette fenêtre ouverte.',
  applied:
    '{count, plural, one {C’est écrit : le geste qui attendait.} other {C’est écrit : les {count} gestes qui attendaient.}}',
  leftOut:
    '{count, plural, one {Un geste gardé contredit ce qui a été noté depuis : laissé de côté.} other {{count} gestes gardés contredisent ce qui a été noté depuis : laissés de côté.}}',
  unknownWrites:
    '{count, plural, one {Un geste gardé attend la version de l’app qui l’a fait.} other {{count} gestes gardés attendent la version de l’app qui les a faits.}}',
  lost: {
    all: 'Le journal qui était ici a disparu. Vu pour la dernière fois le {day} à {time}.',
    part: 'Une partie du journal manque. Vu entier pour la dernière fois le {day} à {time}.',
  },
  options: 'Que faire',
  secondLog: 'Ceci est un second journal. Le premier ne s’ouvrait pas.',
  title: 'Le journal',
  fine: 'Le journal est là, et accepte ce qu’on y note.',
  why: {
    all: 'Le navigateur l’a effacé, ou quelqu’un, ou ses fichiers étaient abîmés.',
    part: 'Ses fichiers étaient abîmés, ou le téléphone s’est éteint en écrivant. Ce qui reste est sain.',
    cannotOpen:
      'Ses fichiers sont peut-être abîmés. Ils restent tels quels, et vos gestes lui reviennent s’il s’ouvre de nouveau.',
    second: 'Le premier journal reste tel quel. À chaque démarrage, l’app regarde s’il s’ouvre de nouveau.',
  },
  restore: 'Restaurer une sauvegarde',
  accept: 'Continuer avec ce qui est là',
  goOn: 'Continuer dans un nouveau journal',
  goOnHint:
    'Il commence avec les mêmes prénoms et vos gestes de cette nuit. L’ancien reste ; on pourra les réunir plus tard.',
  tryAgain: 'Réessayer',
  save: 'Enregistrer ce qui est lisible',
  saved:
    '{count, plural, =0 {Toutes les lignes étaient lisibles.} one {Une ligne n’était pas lisible.} other {{count} lignes n’étaient pas lisibles.}}',
  nothingReadable: 'Rien n’y est lisible.',
  firstIsBack: 'Le premier journal s’ouvre de nouveau.',
  join: 'Réunir les deux journaux',
  contradiction:
    'Les deux journaux ne vont pas ensemble : un réveil aurait plus de lignes qu’il n’y a de place. Enregistrez d’abord les deux.',
  notDone: 'Cela n’a pas marché : le stockage l’a refusé.',
};
