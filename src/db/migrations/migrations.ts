/* All migrations of the tables. The app loads this file only if it finds an older database. */
export { toVersion2 } from './version2';
export { toVersion3 } from './version3';
export { toVersion4 } from './version4';
export { toVersion5 } from './version5';
