import type { Messages } from '@/i18n/messages';

export const postmortem: Messages['postmortem'] = {
  title: 'Post-mortem',
  link: 'Post-mortem de cette nuit',
  notBegun: 'Cette nuit n’a pas commencé. Rien à regretter pour l’instant.',
  live: 'Rien n’est gardé pour l’instant : le texte suit le journal jusqu’au premier mot changé, à la première case cochée ou à « Enregistrer ».',
  outdated: 'Le journal a changé depuis. Régénérer remet les chiffres à jour et laisse vos mots tranquilles.',
  edit: 'Modifier',
  editLabel: 'Tout le texte, en Markdown',
  editHint: 'Vos propres lignes traversent toutes les régénérations.',
  save: 'Enregistrer',
  regenerate: 'Régénérer',
  share: 'Partager',
  copy: 'Copier',
  print: 'Imprimer',
  changedSince: 'Une autre fenêtre l’a modifié entre-temps. Un second « Enregistrer » met ce texte-ci à sa place.',
  notCopied: 'Le navigateur n’a pas lâché le texte. Sélectionnez-le plutôt sous « Modifier ».',
  defer: 'En faire une corvée',
  deferItem: 'En faire une corvée : {item}',
  effort: 'Ça prendrait combien de temps ?',
  deferred: 'Devenu une corvée · {minutes}',
  paid: 'Une corvée, et faite',
  toast: {
    kept: 'Post-mortem enregistré',
    saved: 'Vos mots sont gardés',
    ticked: 'Coché',
    unticked: 'Rouvert',
    regenerated: 'À jour. Ce que vous avez écrit n’a pas bougé.',
    nothingNew: 'Rien de neuf : il dit ce que dit le journal.',
    deferred: 'Une corvée de plus : {minutes}',
    copied: 'Copié',
    shared: 'Transmis',
    file: 'Enregistré : {name}',
  },
  heading: 'Post-mortem : nuit du {from} au {to}',
  head: {
    summary: 'Résumé',
    impact: 'Impact',
    timeline: 'Chronologie',
    cause: 'Cause première',
    worked: 'Ce qui a marché, et si ça a tenu',
    escalations: 'Escalades',
    lucky: 'Notre part de chance',
    actions: 'À faire',
    story: 'Récit utilisateur',
    question: 'La question existentielle de la nuit',
  },
  nothing: 'Rien au dossier.',
  summary: {
    usual:
      '{count, plural, one {Un réveil} other {{count} réveils}} entre {from} et {to}. Service sommeil indisponible pendant {down}.',
    worst: 'L’incident le plus long : {child}, à partir de {time}, {duration}.',
    open: '{count, plural, one {Un incident court} other {{count} incidents courent}} toujours. Bons baisers du front.',
    quiet: 'Personne ne s’est réveillé. Tous les services ont tenu, et nous avec.',
    falseOnly:
      'Rien qui compte : {count, plural, one {une fausse alerte, retirée} other {{count} fausses alertes, toutes retirées}} par la partie plaignante.',
    carried: 'Ne dort plus depuis {time} : aucun nouveau réveil, mais {down} de panne héritées d’avant la nuit.',
    again: 'Aucun nouveau réveil, mais un incident d’avant la nuit est revenu : {down} de panne.',
    unlogged:
      'Personne n’a noté cette nuit. Soit tout le monde dormait, soit personne ne tenait un téléphone ; les indices vont dans les deux sens.',
    blameless: 'Ce texte n’accuse personne : les étapes échouent, les gens se lèvent.',
  },
  impact: {
    down: 'Indisponibilité : {down} sur {window}',
    availability: 'Disponibilité du sommeil : {value} (objectif : {objective})',
    recovery: 'Rétablissement médian : {median}',
    double: 'Deux enfants à la fois : {count, plural, one {une fois} other {{count} fois}}, {minutes}',
    person:
      'Sommeil perdu par {name} : {minutes} ; {count, plural, =0 {aucune intervention} one {une intervention} other {{count} interventions}}',
    none: 'Aucun chiffre : ce que personne n’a noté n’est ni bien ni mal.',
  },
  line: {
    detected: 'réveil',
    escalated: 'appel à {name}',
    noResponse: 'l’appel à {name} est resté sans réponse',
    paged: 'bip à {name}',
    declined: '{name} ne pouvait pas y aller',
    none: 'Aucune entrée. Le silence aussi est une ligne de journal.',
  },
  cause: {
    usual: '{cause} : {count, plural, one {un réveil} other {{count} réveils}}',
    moon: 'Inconnue de nos services : la lune ({count, plural, one {un réveil} other {{count} réveils}}). Aperçue sur les lieux, elle n’a pas souhaité commenter.',
    unknown:
      'Non dite : {count, plural, one {un réveil} other {{count} réveils}}. L’enquête s’est assoupie sur le canapé.',
    carried: '{child}, qui ne dormait plus depuis {time}, avant la nuit : {cause}',
    notSaid: 'cause non dite',
    falseAlarm: 'Une fausse alerte n’en demande pas.',
    none: 'Aucune. Rien n’est tombé en panne, ce qui est suspect.',
    note: '{child}, {time} : « {note} »',
  },
  worked: {
    credited:
      '{remedy} : dernier geste avant le sommeil, {count, plural, one {une fois} other {{count} fois}}, {recovery} plus tard ; a tenu une heure : {held}',
    tried: '{remedy} : tenté {count, plural, one {une fois} other {{count} fois}}, le sommeil est venu d’ailleurs',
    carried: 'Pour ce qui avait commencé avant la nuit : {remedies}',
    nothing: 'Rien n’a été tenté.',
    none: 'Rien n’a été tenté. Ça a marché.',
  },
  escalations: {
    person:
      '{attempts, plural, one {Un appel} other {{attempts} appels}} à {name} : {answered, plural, =0 {sans réponse} one {une réponse} other {{answered} réponses}}',
    byVoice:
      '{attempts, plural, one {Un appel} other {{attempts} appels}} à {name} de vive voix : {answered, plural, =0 {sans réponse} one {une réponse} other {{answered} réponses}}',
    uncounted: 'Des appels sont partis qu’aucun chiffre ne compte : voir la chronologie.',
    none: 'Personne n’a été appelé.',
  },
  page: {
    line: 'Bip à {name} à {time} : {rang}, {answer}',
    rang: 'le téléphone a sonné à {time}',
    unheard: 'aucun téléphone n’a dit avoir sonné',
    up: 'debout à {time}',
    declined: '« Je ne peux pas » à {time}',
    silent: 'sans réponse à {time}',
    somebodyElse: 'quelqu’un d’autre était debout à {time}',
    takenBack: 'retiré à {time}, l’enfant dormait',
    pending: 'pas encore de réponse',
  },
  lucky: {
    longest: 'La plus longue plage de calme a duré {longest}.',
    falseAlarms:
      '{count, plural, one {Une fausse alerte s’est éteinte} other {{count} fausses alertes se sont éteintes}} avant qu’on ait trouvé un chausson.',
    alone:
      '{count, plural, one {Un incident s’est résolu} other {{count} incidents se sont résolus}} sans nous : aucune mise en production risquée.',
    slept: 'Rien n’a réveillé {child}.',
    apart: 'Deux enfants se sont réveillés, mais jamais en même temps.',
    limit: 'Personne n’a dépassé sa limite d’interventions.',
    unlogged: 'Personne n’a eu quoi que ce soit à noter, ou de main libre pour le faire.',
  },
  action: {
    hunger: 'Rapprocher le dernier repas du coucher des parents',
    diaper: 'Passer la couche de nuit à la taille au-dessus, avant que les draps ne suivent',
    illness: 'Réunir thermomètre, mouchoirs et eau sur un plateau trouvable dans le noir',
    teething: 'Garder un anneau de dentition au frigo, au rayon du bon fromage',
    nightmare: 'Relire l’histoire du soir : le loup avait peut-être un trop grand rôle',
    noise: 'Trouver ce qui grince. L’huiler, ou apprendre à l’enjamber',
    'cold-or-hot': 'Lire le thermomètre de la chambre au coucher, pas à trois heures',
    separation: 'Planifier dix minutes de genoux avant le lit, non négociables',
    'unknown-to-us': 'Tirer les rideaux : rayer la lune de la liste des suspects',
    other: 'Noter ce qu’était « autre » tant que quelqu’un le sait encore',
    unknown: 'Donner une cause à chaque réveil tant que le café est chaud',
    escalation: 'Ajuster le tour de garde, ou le volume : un appel est resté sans réponse',
    declined: 'Convenir de jour de qui prend le relais quand quelqu’un ne peut pas',
    unheard: 'Tester le bip de jour : un bip est parti, et aucun téléphone n’a dit avoir sonné',
    limit: 'Échanger une nuit pour {name} : {count} interventions pour une limite de {limit}',
    double: 'Isoler la préproduction : une porte, un ventilateur, n’importe quoi entre les deux lits',
    reopened: 'Vérifier le correctif avant de quitter la chambre : compter lentement jusqu’à cent',
    open: 'Clore l’incident qui court encore, dans la maison ou dans le journal',
    unlogged: 'Toucher un bouton la nuit prochaine, ne serait-ce que « Bonne nuit »',
    same: 'Refaire exactement pareil ce soir, jusqu’aux chaussettes',
  },
  story: '{who}, je veux {want}.',
  who: {
    weeks: 'Du haut de {weeks, plural, =0 {mes quelques jours} =1 {ma première semaine} other {mes {weeks} semaines}}',
    months:
      'Du haut de {months, plural, =3 {mes trois mois} =4 {mes quatre mois} =5 {mes cinq mois} =6 {mes six mois} =7 {mes sept mois} =8 {mes huit mois} =9 {mes neuf mois} =10 {mes dix mois} =11 {mes onze mois} =12 {mes douze mois} other {mes {months} mois}}',
    years: 'Du haut de mes {years} ans',
    unknown: 'En tant que partie prenante de petite taille',
  },
  want: {
    hunger: 'une cuisine ouverte toute la nuit, pour ne jamais négocier le ventre vide',
    diaper: 'un poste de travail au sec, pour pouvoir me concentrer sur mon sommeil',
    illness: 'une épaule tiède contre laquelle tousser, pour que la maladie ne soit pas aussi la solitude',
    teething: 'quelque chose de froid à mordre, pour que cette dent soit livrée avant la suivante',
    nightmare: 'un témoin à mon chevet, pour que le loup figure au procès-verbal',
    noise: 'un parquet entièrement refactorisé, pour garder le monopole des réveils dans cette maison',
    'cold-or-hot':
      'une chambre qui ne soit ni la Norvège ni Naples, pour que la couverture et moi restions en bons termes',
    separation: 'un signe de vie régulier de mes parents, pour savoir que le service tourne encore',
    'unknown-to-us': 'que l’on déplace la lune, pour qu’elle et moi puissions enfin nous reposer',
    other: 'que l’on me croie sans motif, pour garder ma part de mystère',
    unknown: 'que mon ticket ait une cause avant d’être clos, pour ne pas finir au rayon météo',
    quiet: 'que cette nuit devienne la référence, pour que tout le monde oublie l’ancienne',
    unlogged: 'que quelqu’un note ma présence, pour que l’Histoire ait deux versions',
  },
  questions: `Si tout le monde dort et que personne ne le note, était-ce de la disponibilité ?
Qui était d’astreinte avant qu’il y ait des parents ?
Est-ce l’enfant qui ne dort pas, ou nous qui rêvons debout ?
À quel moment « encore cinq minutes » est-il devenu une prière ?
Si personne ne se souvient de quatre heures du matin, qui a tiédi le lait ?
Berce-t-on l’enfant, ou est-ce l’enfant qui nous berce ?
Quel bruit fait une tétine qui tombe sans témoin ?
S’agissait-il vraiment de lait ?
Où va le sommeil qu’on n’a pas dormi ?
Peut-on avoir le mal de son lit quand on n’en occupe plus que le bord ?
La sieste est-elle une petite nuit, ou la nuit une sieste trop ambitieuse ?
Comment le parquet sait-il que c’est le moment ?
La lune a-t-elle un tour de garde ?
Avec huit heures de sommeil, serions-nous encore nous-mêmes ?
Le sommeil est-il un état, ou l’intervalle entre deux observations ?
Qui chante pour la personne qui chante ?
L’amour survivrait-il à un contrat de service ?
Si le correctif tient et que personne n’est debout pour le voir, a-t-il tenu ?
Le silence est-il une fonctionnalité, ou un capteur en panne ?
Un jour, il faudra réveiller quelqu’un pour aller au lycée. En rirons-nous ?
Pourquoi le doudou est-il toujours là où l’on a déjà cherché ?`,
};
