import { runCommand } from './command';
import { importFiles } from './importFiles';

/* `npm run --silent import -- FILES… --household HOUSEHOLD.json …` */

runCommand('import', importFiles);
