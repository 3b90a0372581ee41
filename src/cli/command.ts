import type { Language } from '@/i18n/translator';

/*
 * What the commands have in common: they print their result, or one line on standard error that
 * names the fault and exit with status 2.
 */

const EXIT_REFUSED = 2;

/** A refusal, with its sentence in the language of the call. */
export class CliError extends Error {}

/** Chooses the language by the environment variables that command-line tools use. */
export const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language =>
  (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('fr') ? 'fr' : 'en';

/** Runs a command with the arguments of the process. */
export async function runCommand(name: string, main: (args: readonly string[]) => Promise<string>): Promise<void> {
  try {
    process.stdout.write(await main(process.argv.slice(2)));
  } catch (error) {
    // The message stays on one line even if the name of a file or a field has line breaks.
    const line = error instanceof CliError ? error.message : String(error);
    process.stderr.write(`${name}: ${line.replace(/\s+/g, ' ')}\n`);
    process.exitCode = EXIT_REFUSED;
  }
}
