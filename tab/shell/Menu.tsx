import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Page } from '../../bot/views/rights.ts';
import { words } from '../words/words.ts';
import { addressOf, type Route } from './route.ts';

const useStyles = makeStyles({
  menu: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  page: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    textDecorationLine: 'none',
    // Not Fluent's transparent stroke: in high contrast that one is seen, and every page would look like the open one.
    borderBottom: `${tokens.strokeWidthThicker} solid transparent`,
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `-${tokens.strokeWidthThick}`,
    },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
  },
});

/** Where each page of the menu begins. */
export function startOf(page: Page): Route {
  if (page === 'register') return { page, open: null, filter: {} };
  return page === 'policy' ? { page, clause: null } : { page };
}

/** The pages this person may open. Links, so that they can be opened beside one another and the browser's way back works. */
export function Menu({ pages, here }: { pages: readonly Page[]; here: Route['page'] }) {
  const styles = useStyles();
  if (pages.length < 2) return null;
  return (
    <nav className={styles.menu} aria-label={words.menu}>
      {pages.map((page) => (
        <a
          key={page}
          className={mergeClasses(styles.page, page === here && styles.here)}
          href={`#/${addressOf(startOf(page))}`}
          {...(page === here && { 'aria-current': 'page' })}
        >
          {words.pages[page]}
        </a>
      ))}
    </nav>
  );
}
