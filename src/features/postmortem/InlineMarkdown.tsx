import { parseSpans } from '@/domain/postmortem/markdown';

/** A line with what is bold and italic in it. Never as HTML: whatever else was typed is shown as it was. */
export function InlineMarkdown({ text }: { text: string }) {
  return parseSpans(text).map(({ style, text: spanText }, place) => {
    const Tag = style === 'plain' ? 'span' : style;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line have no other name
    return <Tag key={place}>{spanText}</Tag>;
  });
}
