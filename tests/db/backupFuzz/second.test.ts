import { fuzzBackups } from '../../support/backupFuzz';

fuzzBackups(1);
