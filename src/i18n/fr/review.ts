import type { Messages } from '@/i18n/messages';

export const review: Messages['review'] = {
  title: 'La revue du matin',
  progress: '{place} sur {total}',
  skip: 'Passer',
  enough: 'Ça suffit pour ce matin',
  strip: '{night}, de {from} à {to}',
  earlierLines: '{count, plural, one {une ligne plus tôt} other {{count} lignes plus tôt}}',
  forgotten: {
    title: '{child}, {time} : jamais clos',
    text: 'L’incident court toujours, mais il n’y a plus personne dedans. Comment ça s’est fini ?',
    guessed: {
      usual: 'Une estimation : {duration}, comme d’habitude.',
      next: 'Une estimation : juste avant le réveil suivant.',
      other: 'Une estimation, comme toute heure ici.',
    },
    asleep: 'Ça redort, vers {time}',
    up: 'Debout pour de bon, {time}',
    otherTime: 'Une autre heure',
  },
  clock: {
    wasAhead:
      'L’horloge de ce téléphone avançait de {duration}. La revue du matin peut corriger {count, plural, one {l’heure notée} other {les {count} heures notées}}.',
    wasBehind:
      'L’horloge de ce téléphone retardait de {duration}. La revue du matin peut corriger {count, plural, one {l’heure notée} other {les {count} heures notées}}.',
    isBehind:
      'L’horloge de ce téléphone dit {day}. Ce qu’on note maintenant y atterrit, tant qu’elle n’est pas réglée.',
    aheadTitle: 'L’horloge avançait : {count, plural, one {une heure est fausse} other {{count} heures sont fausses}}',
    behindTitle:
      'L’horloge retardait : {count, plural, one {une heure est fausse} other {{count} heures sont fausses}}',
    exactText: 'Elle a été remise à l’heure, de {duration}. Avant, elle avait noté :',
    aboutText: 'L’écart était d’au moins {duration} : personne ne l’a vue se régler. Avant, elle avait noté :',
    now: 'devient {from}',
    more: '{count, plural, one {et une autre} other {et {count} autres}}',
    others: '{count, plural, one {une heure hors des réveils} other {{count} heures hors des réveils}}',
    moveBack: 'Reculer de {duration}',
    moveForward: 'Avancer de {duration}',
    otherTime: 'C’était quand, en vrai ?',
    keep: 'C’est juste',
    sheetText: 'C’était quand, pour la première, datée {time} ? Les autres suivent.',
    overlaps: 'Avec {duration} de décalage, cela recouvrirait un autre réveil.',
    day: 'Jour',
    time: 'Heure',
    noDay: 'Ce jour n’existe pas.',
    move: 'Déplacer',
  },
  pair: {
    title: '{child} : un réveil, ou deux ?',
    apart: '{duration} de sommeil entre les deux.',
    overlapping: 'Les deux à la fois : noté deux fois, peut-être sur deux téléphones.',
    one: 'Un seul réveil',
    two: 'Deux',
  },
  who: { title: '{child}, {time} : qui était debout ?', text: 'Quelqu’un l’était. Le journal ignore qui.' },
  cause: { title: '{child}, {time} : à votre avis, pourquoi ?' },
  unlogged: {
    title: 'Rien de noté. Nuit calme ?',
    text: 'Une nuit sans rien de noté n’est pas une nuit parfaite. Vous y étiez.',
    quiet: 'Tout était calme',
    nobody: 'Personne n’a noté',
  },
  toast: {
    settled: 'Ça redort · vers {time}',
    movedBack: 'Reculé de {duration}',
    movedForward: 'Avancé de {duration}',
    merged: 'Un seul réveil',
    up: '{name} était debout · {time}',
    quiet: 'Tout était calme · {night}',
  },
  clear: {
    title: 'Tout est rétabli',
    text: 'Le journal dit de nouveau la vérité. Reprenez un café.',
    emptyTitle: 'Rien à réparer',
    emptyText: 'Le journal est en ordre. C’en est presque suspect.',
    night: 'Voir la nuit',
    postmortem: 'Rédiger son post-mortem',
    again:
      '{count, plural, one {Reposer la question laissée en l’état} other {Reposer les {count} questions laissées en l’état}}',
  },
};
