import type { Messages } from '@/i18n/messages';

export const figures: Messages['figures'] = {
  title: 'Chiffres pour Grafana',
  row: {
    off: 'éteint',
    here: 'depuis ce téléphone',
    elsewhere: 'depuis un autre téléphone',
    stopped: 'n’y sont plus',
  },
  hint: 'Pour qui tient un Prometheus : combien de fois, combien de temps, qui, ce qui aide et ce que ça coûte, nuit après nuit.',
  givesUp:
    'Tout le reste est scellé sur le serveur du foyer. Ces chiffres ne le sont pas : le serveur peut les lire, et quiconque a le jeton aussi.',
  nameless: 'Les prénoms n’y sont pas, sauf si vous le choisissez ensuite.',
  when: 'Ce téléphone publie tant que l’app est ouverte : quand le journal a changé, toutes les cinq minutes au plus.',
  on: 'Dernière publication : {moment}.',
  publishing: 'On calcule et on publie…',
  noServer: 'On les publie sur un serveur du foyer : partagez d’abord le journal.',
  reading: 'On demande au serveur du foyer…',
  elsewhere: 'Un autre téléphone du foyer les publie.',
  stopped:
    'Le serveur du foyer ne les a plus : on les a éteints sur un autre téléphone, ou on publie depuis là-bas, ou le serveur les a perdus.',
  switchOn: 'Publier depuis ce téléphone',
  switchOnAgain: 'Publier à nouveau depuis ce téléphone',
  takeOver: 'Publier plutôt depuis ce téléphone',
  switchOff: 'Éteindre et les effacer là-bas',
  leaveOff: 'Laisser éteint',
  switchedOff: 'Éteint. Le serveur du foyer n’en a plus.',
  names: {
    title: 'Avec les prénoms',
    off: 'L’enfant né en premier est child_1 ; un parent prend la couleur qu’il a ici, en anglais : caregiver_blue.',
    on: 'Les prénoms y sont lisibles aussi.',
  },
  address: 'Adresse',
  token: 'Jeton',
  copyToken: 'Copier le jeton',
  tokenCopied: 'Jeton copié',
  notCopied: 'Le navigateur n’a pas permis la copie. Appuyez longuement sur ce qui est écrit ici.',
  config: 'Pour prometheus.yml',
  copyConfig: 'Copier pour prometheus.yml',
  configCopied: 'Copié : à mettre sous scrape_configs',
  renew: 'Nouveau jeton',
  renewed: 'Nouveau jeton. L’ancien ne lit plus rien.',
};
