import { LANGUAGES, queryOf, THEMES } from './choice';
import styles from './gallery.module.css';

/**
 * Shows the gallery once for each language and theme. Each copy is in its own iframe, because a
 * theme applies to a whole document.
 */
export function AllVariants() {
  return (
    <main className={styles.variants}>
      {LANGUAGES.flatMap((language) =>
        THEMES.map((theme) => (
          <iframe key={`${language} ${theme}`} title={`${language}, ${theme}`} src={queryOf(language, theme)} />
        )),
      )}
    </main>
  );
}
