/** A table of one's own in French, as a spreadsheet saves it: a night, and a line with no time. */
export const OWN_TABLE = [
  'Début;Fin;Type;Enfant;Par;Notes',
  '2026-11-10 20:00;2026-11-10 23:00;sommeil;Bébé;Maman;',
  '2026-11-10 23:05;;biberon;Bébé;Papa;tiède',
  '2026-11-10 23:20;2026-11-11 06:30;sommeil;Bébé;Papa;',
  'hier;;sommeil;Bébé;Papa;',
].join('\r\n');
