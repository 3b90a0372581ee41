import type { ReactNode } from 'react';
import { usePage } from '@/hooks/usePage';
import { BackToHousehold } from './BackToHousehold';
import form from './form.module.css';
import frame from './page.module.css';

interface SettingFrameProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** The page of one row of Household: the way back, its heading, and what can be set. */
export function SettingFrame({ title, hint, children }: SettingFrameProps) {
  usePage(title);
  return (
    <main className={frame.page}>
      <BackToHousehold />
      <header className={frame.head}>
        <h1 className={frame.title}>{title}</h1>
        {hint && <p className={form.hint}>{hint}</p>}
      </header>
      {children}
    </main>
  );
}
