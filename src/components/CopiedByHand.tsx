import controls from './controls.module.css';

/** A link that the browser did not let be copied, marked, so that a finger can copy it. */
export function CopiedByHand({ text }: { text: string }) {
  return (
    <input
      readOnly
      className={controls.input}
      value={text}
      aria-label={text}
      ref={(input) => input?.select()}
      onFocus={({ target }) => target.select()}
    />
  );
}
