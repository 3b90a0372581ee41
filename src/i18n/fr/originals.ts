import type { Messages } from '@/i18n/messages';

export const originals: Messages['originals'] = {
  ourBed: 'Migrer le service vers notre lit',
  standard: {
    name: 'Incident standard',
    steps: {
      grace: 'Ne toucher à rien : souvent, ça redémarre tout seul',
      wakeOnCall: 'Réveiller l’astreinte',
      wakeBackup: 'Pas de réponse : réveiller le renfort',
      look: 'Regarder d’abord : chaud, froid, couche, doudou ?',
      cuddle: 'Câlin. Dans le noir, sans un mot',
      feed: 'Tétée ou biberon. La cause attendra demain',
    },
  },
  degraded: {
    name: 'Mode dégradé : sans tétée',
    steps: {
      grace: 'Ne toucher à rien : la cuisine est fermée',
      handOver: 'Réveiller l’autre. Qui nourrit reste au lit',
      ownBed: 'S’allonger dans son lit. En diagonale, ça rentre',
      cuddle: 'Câlin. Cinq minutes, sans négocier',
      noFeed: 'Pas de lait : rester là, respirer, tenir',
    },
  },
  double: {
    name: 'Double incident : compter une heure',
    steps: {
      contain: 'Confiner : porte fermée, noir, chaque enfant de son côté',
      help: 'Appeler du renfort : une grande personne par panne',
      diaper: 'Changer la couche, à tâtons',
      sheets: 'Draps, pyjama : remplacer ce qui est mouillé',
      restore: 'Rétablir un service après l’autre : câlin jusqu’au silence',
      anHour: 'Une heure, c’est normal. S’asseoir avant de regarder l’heure',
    },
  },
};
