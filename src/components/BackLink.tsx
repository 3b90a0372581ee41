import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './page.module.css';

/** The way back at the top of a page: it names the page that it leads to. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={styles.back}>
      <ChevronLeft aria-hidden="true" size={20} />
      {children}
    </Link>
  );
}
