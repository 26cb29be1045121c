import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ChatFilled,
  ChatRegular,
  MailFilled,
  MailRegular,
  ShieldPersonFilled,
  ShieldPersonRegular,
} from '@fluentui/react-icons';
import type { Place } from './place.ts';

const useStyles = makeStyles({
  rail: {
    gridArea: 'rail',
    width: '80px',
    display: 'flex',
    flexDirection: 'column',
    paddingTop: tokens.spacingVerticalXS,
    '@media (max-width: 640px)': {
      width: 'auto',
      flexDirection: 'row',
      justifyContent: 'space-around',
      paddingTop: 0,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  room: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '2px',
    padding: `${tokens.spacingVerticalS} 0`,
    border: 'none',
    background: 'none',
    cursor: 'pointer',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-4px' },
    '@media (max-width: 640px)': { flexGrow: 1 },
  },
  here: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '2px',
      top: '12px',
      bottom: '12px',
      width: '3px',
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorBrandForeground1,
    },
    '@media (max-width: 640px)': { '::before': { display: 'none' } },
  },
  icon: { fontSize: '24px', lineHeight: 1 },
});

const rooms = [
  { open: 'chat', label: 'Chat', Icon: ChatRegular, Here: ChatFilled },
  { open: 'tab', label: 'Chaperone', Icon: ShieldPersonRegular, Here: ShieldPersonFilled },
  { open: 'mail', label: 'Outlook', Icon: MailRegular, Here: MailFilled },
] as const;

/** The left rail of Teams; at the bottom on a narrow screen, as on a phone. */
export function Rail({
  open: current,
  go,
}: {
  readonly open: Place['open'];
  readonly go: (change: Partial<Place>) => void;
}) {
  const styles = useStyles();
  return (
    <nav className={styles.rail} aria-label="Apps">
      {rooms.map(({ open, label, Icon, Here }) => (
        <button
          key={open}
          type="button"
          className={mergeClasses(styles.room, open === current && styles.here)}
          aria-current={open === current ? 'page' : undefined}
          onClick={() => {
            go({ open, tab: null, sub: null });
          }}
        >
          {open === current ? (
            <Here className={styles.icon} aria-hidden />
          ) : (
            <Icon className={styles.icon} aria-hidden />
          )}
          {label}
        </button>
      ))}
    </nav>
  );
}
