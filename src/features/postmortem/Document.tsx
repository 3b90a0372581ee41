import type { ReactNode } from 'react';
import { type Block, blocksOf, type Item } from '@/domain/postmortem/markdown';
import { Inline } from './Inline';
import styles from './postmortem.module.css';

interface DocumentProps {
  body: string;
  /** How an item that can be ticked is shown. */
  task: (item: Item) => ReactNode;
}

/** A text in Markdown, to be read. Its headings stand below the page's own. */
export function Document({ body, task }: DocumentProps) {
  return (
    <article className={styles.document}>
      {blocksOf(body).map((block) => (
        <BlockOf key={block.line} block={block} task={task} />
      ))}
    </article>
  );
}

function BlockOf({ block, task }: { block: Block } & Pick<DocumentProps, 'task'>) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h2' : block.level === 2 ? 'h3' : 'h4';
      return (
        <Heading>
          <Inline text={block.text} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Inline text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item.line} data-task={item.ticked !== null}>
              {item.ticked === null ? <Inline text={item.text} /> : task(item)}
            </li>
          ))}
        </ul>
      );
  }
}
