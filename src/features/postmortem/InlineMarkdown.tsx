import { parseSpans } from '@/domain/postmortem/markdown';

/**
 * Renders a line with its bold and italic parts. Text is never inserted as HTML: any markup that
 * was typed is shown as text.
 */
export function InlineMarkdown({ text }: { text: string }) {
  return parseSpans(text).map(({ style, text: spanText }, index) => {
    const Tag = style === 'plain' ? 'span' : style;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no ids
    return <Tag key={index}>{spanText}</Tag>;
  });
}
