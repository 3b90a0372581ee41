import type { Messages } from '@/i18n/messages';

export const backup: Messages['backup'] = {
  title: 'Sauvegarde',
  hint: 'Tout le journal dans un fichier. Personne d’autre n’en a de copie.',
  save: 'Faire une sauvegarde',
  empty: 'Il n’y a encore rien à sauvegarder.',
  never: 'Aucune sauvegarde pour l’instant.',
  age: '{days, plural, =0 {Dernière sauvegarde : aujourd’hui.} =1 {Dernière sauvegarde : hier.} other {Dernière sauvegarde : il y a {days} jours.}}',
  broken:
    '{count, plural, one {Une ligne est illisible et n’est pas dans le fichier. On peut l’exporter plus bas.} other {{count} lignes sont illisibles et ne sont pas dans le fichier. On peut les exporter plus bas.}}',
  restore: 'Restaurer depuis un fichier',
  erase: 'Tout effacer',
  toast: {
    saved: 'Sauvegardé : {name}',
    shared: 'Sauvegarde transmise : {name}',
    restored: 'C’est restauré',
    erased: 'C’est effacé. On peut encore revenir en arrière.',
    broughtBack: 'Le journal d’avant est de retour.',
  },
  previous: {
    text: 'Le journal d’avant le {day}, {time}, est encore gardé, jusqu’à ce que l’app ait démarré deux fois.',
    bringBack: 'Le remettre',
    save: 'L’enregistrer dans un fichier',
  },
  preview: {
    title: 'Ce qu’il y a dans le fichier',
    madeAt: 'Enregistré le {day}, {time}',
    wakeUps: '{count, plural, =0 {aucun réveil} one {un réveil} other {{count} réveils}}',
    nights:
      '{count, plural, =0 {aucune nuit avec un coucher ou un matin} one {une nuit avec un coucher ou un matin} other {{count} nuits avec un coucher ou un matin}}',
    between: 'du {from} au {to}',
    others: '{count, plural, one {une autre ligne} other {{count} autres lignes}}',
    mode: 'Qu’en faire ?',
    merge: 'Fusionner',
    replace: 'Remplacer',
    mergeText:
      'Fusionner ajoute {added, plural, =0 {zéro ligne} one {une ligne} other {{added} lignes}}, en change {changed, plural, =0 {zéro} one {une} other {{changed}}} et n’enlève rien.',
    sameText: 'Tout ce qui est dans le fichier est déjà ici : fusionner ne changerait rien.',
    replaceText:
      'Remplacer met le fichier à la place du journal d’ici. {onlyHere, plural, =0 {Aucun réveil d’ici ne manque au fichier.} one {Un réveil d’ici n’est pas dans le fichier : il s’en va.} other {{onlyHere} réveils d’ici ne sont pas dans le fichier : ils s’en vont.}}',
    emptyText: 'Rien n’a encore été noté ici : le fichier prend la place de ce qui est réglé.',
    keepFirst: 'Enregistrer d’abord le journal d’ici',
    kept: 'Le journal d’ici reste gardé jusqu’à ce que l’app ait démarré deux fois.',
    doMerge: 'Fusionner',
    doReplace: 'Remplacer le journal',
  },
  eraseTitle: 'Tout effacer ?',
  eraseText:
    'Chaque nuit, chaque réveil et chaque prénom s’en va de cet appareil. Ce qui s’y trouve reste gardé jusqu’à ce que l’app ait démarré deux fois ; ensuite c’est perdu pour de bon.',
  doErase: 'Tout effacer',
  unchanged: 'Rien n’a changé.',
  refused: {
    tooBig: 'Le fichier dépasse {megabytes} Mo : ce n’est pas un de nos journaux.',
    unreadable: 'Le fichier ne peut plus être lu. Choisissez-le à nouveau.',
    notText: 'Le fichier n’est pas du texte, donc pas une sauvegarde.',
    notJson: 'Le fichier n’est pas une sauvegarde entière : il est coupé, ou c’est autre chose.',
    otherFormat: 'Le fichier n’est pas une sauvegarde d’InfernalOps ({path}).',
    laterVersion:
      'Un InfernalOps plus récent a fait ce fichier (version {version}). Mettez l’app à jour, puis réessayez.',
    unknownField: 'Le fichier contient ce que cette app ne connaît pas : {path}.',
    missing: 'Il manque au fichier : {path}.',
    wrongValue: 'Le fichier a une erreur à cet endroit : {path}.',
    tooMany: 'Le fichier a trop de lignes ici : {path}, {max} au plus.',
    duplicateId: 'Le fichier a deux fois le même identifiant : {path}.',
    outOfOrder: 'Le fichier a des lignes qui ne se suivent pas : {path}.',
    brokenTimeline: 'Ces lignes ne peuvent pas être toutes vraies : {path}.',
    twoOpen: 'Un enfant serait réveillé deux fois à la fois : {path}.',
  },
};
