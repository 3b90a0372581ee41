import { type ReactNode, useId } from 'react';
import form from './form.module.css';

/** A card of the Household screen. */
export function SettingsSection({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={form.section} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {hint && <p className={form.hint}>{hint}</p>}
      </header>
      {children}
    </section>
  );
}
