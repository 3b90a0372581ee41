import { LANGUAGES, queryOf, THEMES } from './choice';
import styles from './gallery.module.css';

/** Every language in every theme, each in a frame of its own: a theme is set on a whole document. */
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
