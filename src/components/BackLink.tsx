import ChevronLeft from 'lucide-react/icons/chevron-left';
import type { MouseEventHandler, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './page.module.css';

interface BackLinkProps {
  href: string;
  onClick?: MouseEventHandler;
  /** The name of the page that the link leads to. */
  children: ReactNode;
}

/** The way back at the top of a page. */
export function BackLink({ href, onClick, children }: BackLinkProps) {
  return (
    <Link href={href} className={styles.back} {...(onClick && { onClick })}>
      <ChevronLeft aria-hidden="true" size={22} />
      {children}
    </Link>
  );
}
