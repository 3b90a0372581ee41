import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface ParsedOptions {
  ok: true;
  files: string[];
  /** The value of an option of text; null if it is not given. */
  textOf: (name: string) => string | null;
  isSet: (name: string) => boolean;
}

/** Parses the arguments of a command. The first option that it does not have is named. */
export function parseOptions(args: readonly string[], options: Options): ParsedOptions | { ok: false; option: string } {
  // Strict parsing is off because its error messages are not translated.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const takesValue = known?.type === 'string';
    if (!known || takesValue !== (token.value !== undefined)) return { ok: false, option: token.rawName };
  }
  const textOf = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  return { ok: true, files: positionals, textOf, isSet: (name) => values[name] === true };
}
