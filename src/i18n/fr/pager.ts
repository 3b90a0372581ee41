import type { Messages } from '@/i18n/messages';

export const pager: Messages['pager'] = {
  title: 'Bip',
  row: {
    on: 'ce téléphone sonne',
    off: 'éteint',
    lost: 'ce téléphone ne sonne plus',
    denied: 'pas permis sur ce téléphone',
    homeScreen: 'seulement depuis l’écran d’accueil',
    unsupported: 'pas dans ce navigateur',
    noServer: 'seulement avec un serveur du foyer',
  },
  reason:
    'Pour que ce téléphone sonne quand l’autre vous bipe. Le serveur du foyer voit seulement que quelque chose est parti.',
  limits:
    'Il ne perce ni le mode silencieux ni « Ne pas déranger », sauf si le téléphone permet d’y faire une exception.',
  switchOn: 'Laisser sonner ce téléphone',
  switchOff: 'Ne plus le laisser sonner',
  on: 'Ce téléphone sonne quand on vous bipe.',
  asking: 'On demande au navigateur et au serveur du foyer…',
  lost: 'Ce téléphone devait sonner, mais son navigateur ne le fait plus. Une touche suffit pour que ça revienne.',
  noServer: 'Un bip demande un serveur du foyer et un second téléphone : partagez d’abord le journal.',
  unsupported:
    'Ce navigateur ne peut pas être réveillé. Chrome, Edge, Firefox et Safari le peuvent, hors navigation privée.',
  homeScreen: {
    why: 'Sur un iPhone, seule l’app de l’écran d’accueil sonne. Safari ne le peut pas.',
    share: 'Dans Safari, touchez le bouton Partager.',
    add: 'Choisissez « Sur l’écran d’accueil ».',
    open: 'Ouvrez l’app depuis là, et rejoignez avec un code : son journal est à part.',
  },
  denied: {
    why: 'Ce téléphone ne permet aucune notification à l’app : elle ne peut pas sonner. Où le changer :',
    android:
      'Android : appui long sur l’icône de l’app, puis Infos sur l’appli → Notifications. Sans icône : Paramètres du navigateur → Paramètres des sites → Notifications.',
    iphone: 'iPhone : Réglages → Notifications → InfernalOps → Autoriser les notifications.',
    computer: 'Ordinateur : l’icône devant l’adresse → Notifications.',
  },
  byItself: {
    title: 'Biper tout seul',
    hint: 'Quand la procédure en vient à réveiller quelqu’un, le téléphone où l’incident est ouvert le bipe sans qu’on y touche.',
  },
  test: {
    title: 'Essayer le bip',
    hint: 'De jour : l’autre téléphone sonne, et celui-ci dit jusqu’où c’est allé.',
    button: 'Essayer le téléphone de {name}',
    buttonOfPhone: 'Essayer « {name} »',
    nobody: 'Aucun autre téléphone ne partage encore le journal.',
    way: 'Jusqu’où c’est allé : {name}',
    part: {
      server: 'Le serveur du foyer l’a pris',
      pushService: 'Le service de push l’a pris',
      live: 'L’app ouverte l’a entendu',
      woke: 'Le téléphone s’est réveillé',
      shown: 'Il a affiché l’essai',
      answered: 'Quelqu’un y a touché',
    },
    state: {
      arrived: 'oui',
      waiting: 'on attend…',
      missing: 'pas encore',
      notTried: 'pas essayé',
      notOpen: 'non : pas ouverte là-bas',
      notAllowed: 'non : pas permis là-bas',
      unknown: 'non : son bip est éteint',
      gone: 'non : son abonnement est passé',
      failed: 'non : il ne répond pas',
    },
    fine: 'De bout en bout. Ce téléphone peut être réveillé.',
    advice: {
      switchOn: {
        android: 'Android : là-bas, Foyer → Téléphones → Bip → « Laisser sonner ce téléphone ».',
        iphone: 'iPhone : pareil, dans l’app ouverte depuis l’écran d’accueil. Safari ne peut pas sonner.',
      },
      open: {
        android:
          'Android : ouvrez l’app là-bas, elle le renouvelle d’elle-même. Sinon, éteignez son bip et rallumez-le.',
        iphone: 'iPhone : ouvrez l’app là-bas depuis l’écran d’accueil. Si elle y a été remise, rallumez son bip.',
      },
      askOperator: {
        android: 'Android : le serveur du foyer doit atteindre fcm.googleapis.com. Voyez avec qui le tient.',
        iphone: 'iPhone : le serveur du foyer doit atteindre web.push.apple.com. Voyez avec qui le tient.',
      },
      wake: {
        android:
          'Android : allumé, avec du réseau ? Alors Infos sur l’appli → Batterie → Sans restriction, et pas d’économiseur.',
        iphone:
          'iPhone : allumé, avec du réseau ? Mode économie d’énergie éteint, et l’app toujours sur l’écran d’accueil ?',
      },
      allow: {
        android: 'Android : là-bas, appui long sur l’icône de l’app, puis Infos sur l’appli → Notifications.',
        iphone: 'iPhone : là-bas, Réglages → Notifications → InfernalOps, avec les sons et l’écran verrouillé.',
      },
      loud: {
        android: 'Android, si personne n’a entendu : montez le volume, et permettez l’app dans « Ne pas déranger ».',
        iphone:
          'iPhone, si personne n’a entendu : sonnerie active, et InfernalOps permis dans Réglages → Concentration → Sommeil.',
      },
    },
  },
  webhook: {
    title: 'Domotique',
    row: { on: 'une adresse', off: 'éteinte' },
    hint: 'Un bip peut aussi allumer une lampe : le serveur du foyer appelle une adresse, de Home Assistant ou de ntfy par exemple.',
    sends: 'Il envoie le mot « page », et rien d’autre. L’adresse elle-même, le serveur du foyer la voit.',
    address: 'Adresse',
    reading: 'On demande au serveur du foyer…',
    saved: 'C’est gardé : chaque bip l’appelle désormais',
    remove: 'La retirer',
    removed: 'Retirée',
    try: 'L’essayer maintenant',
    trying: 'On l’appelle…',
    result: {
      sent: 'Elle a répondu {status} : ça marche.',
      refused: 'Elle a répondu {status} : elle n’en a pas voulu.',
      privateName: 'Son nom mène dans une maison, où le serveur n’appelle que ce que permet qui le tient.',
      failed: 'Personne n’a répondu en cinq secondes.',
    },
    error: {
      noAddress: 'Ce n’est pas une adresse : elle commence par https://.',
      password: 'Ni nom ni mot de passe dedans : le serveur du foyer les verrait.',
      notHttps: 'Elle doit commencer par https://, sauf si qui tient le serveur du foyer la permet.',
      refused: 'C’est dans une maison, où le serveur n’appelle que ce que permet qui le tient.',
      tooLong: 'Cette adresse est trop longue : 2 000 caractères au plus.',
    },
  },
  failure: {
    noPushKey: 'Ce serveur du foyer est plus ancien et ne fait sonner aucun téléphone. Voyez avec qui le tient.',
    denied: 'Le téléphone ne l’a pas permis.',
    pushRefused: 'Le service de push de ce navigateur ne répond pas. Réessayez dans une minute, avec du réseau.',
    hostRefused: 'Le serveur du foyer ne connaît pas le service de push de ce navigateur. Voyez avec qui le tient.',
  },
};
