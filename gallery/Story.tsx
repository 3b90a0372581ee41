import { type ReactNode, useId } from 'react';
import styles from './gallery.module.css';

interface StoryProps {
  /** The component's name, or what the story shows. */
  name: string;
  children: ReactNode;
}

/** Shows one component in several states. */
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
  /** The state's name: "empty", "usual", "absurd" (far more than any family has), or another. */
  name: string;
  /** `phone` is for elements that are fixed to the screen's edges; `wide` takes the whole row. */
  frame?: 'plain' | 'phone' | 'wide';
  children: ReactNode;
}

/** Shows one state of a component, with the state's name above it. */
export function State({ name, frame = 'plain', children }: StateProps) {
  return (
    <figure className={styles.state} data-frame={frame}>
      <figcaption>{name}</figcaption>
      <div className={styles.frame}>{children}</div>
    </figure>
  );
}
