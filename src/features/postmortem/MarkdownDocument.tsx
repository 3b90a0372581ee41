import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Block, type Item, parseBlocks } from '@/domain/postmortem/markdown';
import { InlineMarkdown } from './InlineMarkdown';
import styles from './postmortem.module.css';

interface MarkdownDocumentProps {
  body: string;
  /** The line of the heading whose list is folded away; undefined if none is. */
  foldedLine: number | undefined;
  /** Renders a list item that has a checkbox. */
  renderTask: (item: Item) => ReactNode;
}

/** Renders a Markdown text. Its headings are one level lower, since the page has the `h1`. */
export function MarkdownDocument({ body, foldedLine, renderTask }: MarkdownDocumentProps) {
  const blocks = parseBlocks(body);
  return (
    <article className={styles.document}>
      {blocks.map((block, index) => {
        const [before, after] = [blocks[index - 1], blocks[index + 1]];
        if (block.kind === 'list' && before && before.line === foldedLine) return null;
        const element = <MarkdownBlock key={block.line} block={block} renderTask={renderTask} />;
        if (block.line !== foldedLine || after?.kind !== 'list') return element;
        return (
          <FoldedSection key={block.line} heading={element}>
            <MarkdownBlock block={after} renderTask={renderTask} />
          </FoldedSection>
        );
      })}
    </article>
  );
}

/** A list that is closed on the screen, and whole on paper. */
function FoldedSection({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const open = () => ref.current?.setAttribute('open', '');
    addEventListener('beforeprint', open);
    return () => removeEventListener('beforeprint', open);
  }, []);
  return (
    <details ref={ref}>
      <summary>
        {heading}
        <ChevronDown aria-hidden="true" size={20} />
      </summary>
      {children}
    </details>
  );
}

function MarkdownBlock({ block, renderTask }: { block: Block } & Pick<MarkdownDocumentProps, 'renderTask'>) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h2' : block.level === 2 ? 'h3' : 'h4';
      return (
        <Heading>
          <InlineMarkdown text={block.text} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <InlineMarkdown text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item.line} data-task={item.ticked !== null}>
              {item.ticked === null ? <InlineMarkdown text={item.text} /> : renderTask(item)}
            </li>
          ))}
        </ul>
      );
  }
}
