import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage';

/** Nested messages of one language. */
interface Words {
  readonly [name: string]: string | Words;
}

/** The same, with their plurals and what they want to be told parsed. What wants nothing is a plain text. */
export interface CompiledWords {
  readonly [name: string]: string | CompiledMessage | CompiledWords;
}

/**
 * Makes of the messages of one language what is said: set as the language sets them, and parsed. A build does this beforehand
 * (build/compiledWords.ts), so that no phone loads a parser; the command line and the tests do it as they go.
 */
export function compileWords(words: object, language: 'en' | 'fr'): CompiledWords {
  return Object.fromEntries(
    Object.entries(words as Words).map(([name, value]) => [
      name,
      typeof value === 'string' ? compile(typeset[language](value)) : compileWords(value, language),
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
