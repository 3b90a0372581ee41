import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage';

/** Nested messages of one language. */
interface MessageTree {
  readonly [name: string]: string | MessageTree;
}

/** The same, with their plurals and what they want to be told parsed. What wants nothing is a plain text. */
export interface CompiledMessages {
  readonly [name: string]: string | CompiledMessage | CompiledMessages;
}

/**
 * Makes of the messages of one language what is said: set as the language sets them, and parsed. A build does this beforehand
 * (build/precompileMessages.ts), so that no phone loads a parser; the command line and the tests do it as they go.
 */
export function compileMessages(words: object, language: 'en' | 'fr'): CompiledMessages {
  return Object.fromEntries(
    Object.entries(words as MessageTree).map(([name, value]) => [
      name,
      typeof value === 'string' ? compile(typeset[language](value)) : compileMessages(value, language),
    ]),
  );
}

function compile(message: string): string | CompiledMessage {
  const compiled = compileMessage(message);
  const [only] = compiled;
  return compiled.length === 1 && typeof only === 'string' ? only : compiled;
}

/** French puts a space before its high punctuation that must not break; written by hand it would be invisible in the source. */
const typeset = {
  en: (text: string) => text,
  fr: (text: string) => text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0'),
};
