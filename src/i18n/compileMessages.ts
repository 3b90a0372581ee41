import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage';

/** The messages of one language, nested by key. */
interface MessageTree {
  readonly [name: string]: string | MessageTree;
}

/**
 * The same messages with their plurals and placeholders parsed. A message without placeholders
 * stays a plain text.
 */
export interface CompiledMessages {
  readonly [name: string]: string | CompiledMessage | CompiledMessages;
}

/**
 * Typesets and parses the messages of one language. A build does this beforehand
 * (build/precompileMessages.ts), so that no phone loads the parser; the command line and the tests
 * do it at run time.
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

/**
 * In French, a space that must not break stands before `:`, `;`, `?`, `!` and inside « ». Typed
 * by hand, a no-break space would be invisible in the source.
 */
const typeset = {
  en: (text: string) => text,
  fr: (text: string) => text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0'),
};
