import { spansOf } from '@/domain/postmortem/markdown';

/** A line with what is bold and italic in it. Never as HTML: whatever else was typed is shown as it was. */
export function Inline({ text }: { text: string }) {
  return spansOf(text).map(({ look, text: said }, place) => {
    const Look = look === 'plain' ? 'span' : look;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line have no other name
    return <Look key={place}>{said}</Look>;
  });
}
