/* Every migration of the tables, in one file that is loaded only where an older version is found. */
export { toVersion2 } from './version2';
