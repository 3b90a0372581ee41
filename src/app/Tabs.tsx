import CalendarRange from 'lucide-react/icons/calendar-range';
import ChartColumn from 'lucide-react/icons/chart-column';
import House from 'lucide-react/icons/house';
import MoonStar from 'lucide-react/icons/moon-star';
import { Link, useLocation } from 'wouter';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './App.module.css';
import { useTabsAway } from './useTabsAway';

const TABS = [
  { href: '/', key: 'tonight', Icon: MoonStar },
  { href: '/nights', key: 'nights', Icon: CalendarRange },
  { href: '/dashboard', key: 'dashboard', Icon: ChartColumn },
  { href: '/household', key: 'household', Icon: House },
] as const;

export function Tabs() {
  const { t } = useTranslation();
  const [location] = useLocation();
  if (useTabsAway()) return null;
  return (
    <nav className={styles.tabs} aria-label={t('common.tabs.label')}>
      {TABS.map(({ href, key, Icon }) => {
        const isCurrent = href === '/' ? location === '/' : location.startsWith(href);
        return (
          <Link key={key} href={href} aria-current={isCurrent ? 'page' : undefined}>
            <Icon aria-hidden="true" size={24} />
            {t(`common.tabs.${key}`)}
          </Link>
        );
      })}
    </nav>
  );
}
