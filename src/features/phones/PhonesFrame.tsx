import type { ReactNode } from 'react';
import { BackToHousehold } from '@/components/BackToHousehold';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';

interface PhonesFrameProps {
  title: string;
  hint?: string;
  /** Whether the page is behind that of the pager. */
  isOfPager?: boolean;
  children: ReactNode;
}

/** A page behind the list of the phones, or behind one of its pages. */
export function PhonesFrame({ title, hint, isOfPager = false, children }: PhonesFrameProps) {
  const { t } = useTranslation();
  usePage(title);
  return (
    <main className={frame.page}>
      <BackToHousehold
        href={isOfPager ? '/household/phones/pager' : '/household/phones'}
        label={t(isOfPager ? 'pager.title' : 'phones.title')}
      />
      <header className={frame.head}>
        <h1 className={frame.title}>{title}</h1>
        {hint && <p className={form.hint}>{hint}</p>}
      </header>
      {children}
    </main>
  );
}
