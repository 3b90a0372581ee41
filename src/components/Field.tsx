import { type ComponentProps, useId } from 'react';
import controls from './controls.module.css';
import form from './form.module.css';

interface FieldProps extends ComponentProps<'input'> {
  label: string;
  hint?: string | undefined;
  /** The sentence that says why the typed value was refused. */
  error: string | null;
}

/** A labelled input with its hint, and its error below it. */
export function Field({ label, hint, error, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className={form.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={controls.input}
        aria-invalid={error !== null}
        aria-describedby={`${id}-hint ${id}-error`}
        {...input}
      />
      {hint && (
        <p id={`${id}-hint`} className={form.hint}>
          {hint}
        </p>
      )}
      <p id={`${id}-error`} role="alert" className={controls.error} hidden={error === null}>
        {error}
      </p>
    </div>
  );
}
