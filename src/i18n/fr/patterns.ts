import type { Messages } from '@/i18n/messages';

export const patterns: Messages['patterns'] = {
  title: 'Qu’est-ce qui revient toujours ?',
  number: {
    n1: 'un',
    n2: 'deux',
    n3: 'trois',
    n4: 'quatre',
    n5: 'cinq',
    n6: 'six',
    n7: 'sept',
    n8: 'huit',
    n9: 'neuf',
    n10: 'dix',
    n11: 'onze',
    n12: 'douze',
  },
  always: {
    now: 'depuis {nights} nuits',
    past: 'depuis {nights} nuits alors',
    over: 'pendant {nights} nuits, jusqu’au {to}',
  },
  mostly: {
    now: '{held} des {nights} dernières nuits',
    past: '{held} nuits sur {nights} alors',
    over: '{held} nuits sur {nights}, jusqu’au {to}',
  },
  interval: '{child} : {run}, toutes les {every} en moyenne.',
  intervalOver: '{child} : toutes les {every} en moyenne, {run}.',
  hour: '{child} : plutôt entre {from} et {to}, {run}.',
  since:
    '{child} : depuis le {from}{after}, {count, plural, one {{perNight} réveil} other {{perNight} réveils}} par nuit en moyenne. Avant : {before}.',
  sinceUntil:
    '{child} : à partir du {from}{after}, et jusqu’au {to} : {count, plural, one {{perNight} réveil} other {{perNight} réveils}} par nuit en moyenne. Avant : {before}.',
  after:
    '{days, plural, =0 {, le même jour que {what}} =1 {, un jour après {what}} other {, {number} jours après {what}}}',
  began: {
    cold: 'le début du rhume',
    fever: 'le début de la fièvre',
    laryngitis: 'le début de la laryngite',
    ear: 'le début de l’otite',
    gastro: 'le début de la gastro',
    teething: 'l’arrivée des dents',
    vaccine: 'le vaccin',
    other: 'le début de « {label} »',
    unnamed: 'le début de la maladie',
  },
  ended: {
    cold: 'la fin du rhume',
    fever: 'la fin de la fièvre',
    laryngitis: 'la fin de la laryngite',
    ear: 'la fin de l’otite',
    gastro: 'la fin de la gastro',
    teething: 'la fin de la poussée dentaire',
    vaccine: 'la fin des suites du vaccin',
    other: 'la fin de « {label} »',
    unnamed: 'la fin de la maladie',
  },
  small: {
    interval: '{nights} nuits notées, {range} ; {distances} intervalles, à {spread} près',
    hour: '{nights} nuits notées, {range}',
    since: '{nights} nuits notées, contre {before} avant',
  },
  aside: {
    interval: 'Il y a quelqu’un dans la crontab, et ce n’est pas un serveur.',
    hour: 'On dirait une tâche planifiée. Personne n’avoue l’avoir planifiée.',
    more: 'Personne ne se souvient d’avoir déployé quoi que ce soit.',
    fewer: 'Ça marche. Ne touchez plus à rien.',
    over: 'Terminé, et clos sans cause racine.',
  },
};
