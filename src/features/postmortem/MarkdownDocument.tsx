import type { ReactNode } from 'react';
import { type Block, type Item, parseBlocks } from '@/domain/postmortem/markdown';
import { InlineMarkdown } from './InlineMarkdown';
import styles from './postmortem.module.css';

interface MarkdownDocumentProps {
  body: string;
  /** Renders a list item that has a checkbox. */
  renderTask: (item: Item) => ReactNode;
}

/** Renders a Markdown text. Its headings are one level lower, since the page has the `h1`. */
export function MarkdownDocument({ body, renderTask }: MarkdownDocumentProps) {
  return (
    <article className={styles.document}>
      {parseBlocks(body).map((block) => (
        <MarkdownBlock key={block.line} block={block} renderTask={renderTask} />
      ))}
    </article>
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
