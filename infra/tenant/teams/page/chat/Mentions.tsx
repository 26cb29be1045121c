import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type RefObject, useEffect, useState } from 'react';

const useStyles = makeStyles({
  list: {
    position: 'absolute',
    bottom: '100%',
    left: tokens.spacingHorizontalL,
    minWidth: '220px',
    margin: 0,
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    zIndex: 1,
  },
  name: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    fontSize: tokens.fontSizeBase300,
  },
  active: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

type Props = {
  /** What follows the @ so far. */
  readonly typed: string;
  readonly names: readonly string[];
  readonly choose: (name: string) => void;
  readonly dismiss: () => void;
  readonly field: RefObject<HTMLTextAreaElement | null>;
};

/** Whom to mention. The field keeps the focus: arrows move, Enter or Tab takes, Escape closes. */
export function Mentions({ typed, names, choose, dismiss, field }: Props) {
  const styles = useStyles();
  const offered = names.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()));
  const [at, setAt] = useState(0);
  const active = offered[Math.min(at, offered.length - 1)];
  useEffect(() => {
    const listened = field.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) setAt((known) => (known + step + offered.length) % offered.length);
      else if (event.key === 'Escape') dismiss();
      else if ((event.key === 'Enter' || event.key === 'Tab') && active !== undefined) choose(active);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    listened?.addEventListener('keydown', onKeyDown);
    return () => {
      listened?.removeEventListener('keydown', onKeyDown);
    };
  });
  if (active === undefined) return null;
  return (
    <div className={styles.list} role="listbox" aria-label="Whom to mention">
      {offered.map((name) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and hears the keys
        <div
          key={name}
          role="option"
          aria-selected={name === active}
          className={mergeClasses(styles.name, name === active && styles.active)}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(name);
          }}
        >
          {name}
        </div>
      ))}
    </div>
  );
}
