import type { ReactNode } from 'react';
import { BackToHousehold } from '@/components/BackToHousehold';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';

const BACK = {
  phones: { href: '/household/phones', title: 'phones.title' },
  pager: { href: '/household/phones/pager', title: 'pager.title' },
  buttons: { href: '/household/phones/buttons', title: 'buttons.title' },
} as const;

interface PhonesFrameProps {
  title: string;
  hint?: string;
  /** The page that this one is behind. */
  behind?: keyof typeof BACK;
  children: ReactNode;
}

/** A page behind the list of the phones, or behind one of its pages. */
export function PhonesFrame({ title, hint, behind = 'phones', children }: PhonesFrameProps) {
  const { t } = useTranslation();
  usePage(title);
  return (
    <main className={frame.page}>
      <BackToHousehold href={BACK[behind].href} label={t(BACK[behind].title)} />
      <header className={frame.head}>
        <h1 className={frame.title}>{title}</h1>
        {hint && <p className={form.hint}>{hint}</p>}
      </header>
      {children}
    </main>
  );
}
