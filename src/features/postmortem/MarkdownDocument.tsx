import type { ReactNode } from 'react';
import { type Block, type Item, parseBlocks } from '@/domain/postmortem/markdown';
import { InlineMarkdown } from './InlineMarkdown';
import styles from './postmortem.module.css';

interface MarkdownDocumentProps {
  body: string;
  /** How an item that can be ticked is shown. */
  renderTask: (item: Item) => ReactNode;
}

/** A text in Markdown, to be read. Its headings stand below the page's own. */
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
