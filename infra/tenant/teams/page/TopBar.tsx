import {
  Avatar,
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular, DarkThemeRegular, LockClosedRegular } from '@fluentui/react-icons';
import type { Person } from './tenant-api.ts';
import { type ThemeName, themeNames, themes } from './themes.ts';

const useStyles = makeStyles({
  // Its menus hang down over whatever the page shows.
  top: { gridArea: 'top', position: 'relative', zIndex: 1 },
  banner: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'center',
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    minHeight: '40px',
  },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // On a narrow screen only the picture is seen; the words stay for whoever has the page read out.
  you: {
    '@media (max-width: 640px)': {
      position: 'absolute',
      width: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  menu: { fontWeight: tokens.fontWeightRegular, '@media (max-width: 640px)': { minWidth: 'auto' } },
  themeLabel: { '@media (max-width: 640px)': { display: 'none' } },
  people: { maxHeight: '80vh' },
});

type Props = {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly schoolName: string;
  readonly theme: ThemeName;
  readonly onPerson: (id: string) => void;
  readonly onTheme: (name: ThemeName) => void;
};

/** What this page is, whose school it shows, and who one is in it. */
export function TopBar({ me, people, schoolName, theme, onPerson, onTheme }: Props) {
  const styles = useStyles();
  return (
    <header className={styles.top}>
      <div className={styles.banner}>
        <LockClosedRegular aria-hidden />
        <span>A school in a box. Nothing leaves this machine.</span>
      </div>
      <div className={styles.bar}>
        <Text as="h1" weight="semibold" className={styles.name}>
          {schoolName}
        </Text>
        <ThemeMenu theme={theme} onTheme={onTheme} />
        <Menu
          inline
          checkedValues={{ person: [me.id] }}
          onCheckedValueChange={(_, { checkedItems }) => {
            onPerson(checkedItems[0] ?? me.id);
          }}
        >
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              className={styles.menu}
              icon={<Avatar name={me.name} size={24} color="colorful" aria-hidden />}
              iconPosition="before"
            >
              <span className={styles.you}>
                You are: {me.name}, {me.jobTitle}
              </span>
              <ChevronDownRegular aria-hidden />
            </Button>
          </MenuTrigger>
          <MenuPopover className={styles.people}>
            <MenuList>
              {people.map(({ id, name, jobTitle }) => (
                <MenuItemRadio
                  key={id}
                  name="person"
                  value={id}
                  icon={<Avatar name={name} size={24} color="colorful" aria-hidden />}
                  secondaryContent={jobTitle}
                >
                  {name}
                </MenuItemRadio>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </header>
  );
}

function ThemeMenu({ theme, onTheme }: Pick<Props, 'theme' | 'onTheme'>) {
  const styles = useStyles();
  const choose = (name: string | undefined) => {
    onTheme(themeNames.find((known) => known === name) ?? 'default');
  };
  return (
    <Menu
      inline
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        choose(checkedItems[0]);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<DarkThemeRegular />}
          className={styles.menu}
          aria-label={`Theme: ${themes[theme].label}`}
        >
          <span className={styles.themeLabel}>{themes[theme].label}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themeNames.map((name) => (
            <MenuItemRadio key={name} name="theme" value={name}>
              {themes[name].label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
