import { type ReactNode, useId } from 'react';
import styles from './gallery.module.css';

interface StoryProps {
  /** The component's name, or what the story shows. */
  name: string;
  children: ReactNode;
}

/** A component in its states. */
export function Story({ name, children }: StoryProps) {
  const id = useId();
  return (
    <section className={styles.story} aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <div className={styles.states}>{children}</div>
    </section>
  );
}

interface StateProps {
  /** "empty", "usual", "absurd", or what else is special about it. */
  name: string;
  /** `phone` holds what is fixed to the screen's edges; `wide` takes the whole row. */
  frame?: 'plain' | 'phone' | 'wide';
  children: ReactNode;
}

/** One state of a component, with its name above it. */
export function State({ name, frame = 'plain', children }: StateProps) {
  return (
    <figure className={styles.state} data-frame={frame}>
      <figcaption>{name}</figcaption>
      <div className={styles.frame}>{children}</div>
    </figure>
  );
}
