import {
  Button,
  Field,
  Input,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { BookmarkRegular, DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTab } from '../shell/tab-context.ts';
import { isoDayOf } from '../when.ts';
import { registerWords } from '../words/register.ts';
import { useRemembered } from './remembered.ts';
import type { Filtering } from './use-filter.ts';
import { builtIn, OwnViews, type View, withView } from './views.ts';

const { views: says } = registerWords;
const longestName = 60;

const useStyles = makeStyles({
  own: {
    display: 'flex',
    flexDirection: 'column',
    flexBasis: '100%',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  name: { flex: '1 1 180px', maxWidth: '360px' },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Ways of looking at the register, those that come with the page and one's own; kept in this browser, for this person. */
export function ViewChoice({ filter, take }: Pick<Filtering, 'filter' | 'take'>) {
  const { me } = useTab();
  const [own, setOwn] = useRemembered(`views/${me.name}`, OwnViews, []);
  const [isKeeping, setIsKeeping] = useState(false);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<BookmarkRegular />}>{says.choose}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <Items views={builtIn(me, isoDayOf(new Date().toISOString()))} take={take} />
            {own.length > 0 && <MenuDivider />}
            <Items views={own} take={take} />
            <MenuDivider />
            <MenuItem
              onClick={() => {
                setIsKeeping(true);
              }}
            >
              {says.keep}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isKeeping && (
        <OwnOnes
          own={own}
          onKeep={(name) => {
            setOwn(withView(own, name, filter));
          }}
          onRemove={(name) => {
            setOwn(own.filter((view) => view.name !== name));
          }}
          onClose={() => {
            setIsKeeping(false);
          }}
        />
      )}
    </>
  );
}

function Items({ views, take }: { views: readonly View[]; take: Filtering['take'] }) {
  return views.map(({ name, filter }) => (
    <MenuItem
      key={name}
      onClick={() => {
        take(filter);
      }}
    >
      {name}
    </MenuItem>
  ));
}

type OwnProps = {
  readonly own: readonly View[];
  readonly onKeep: (name: string) => void;
  readonly onRemove: (name: string) => void;
  readonly onClose: () => void;
};

/** Keeps what is seen now under a name, and takes away what was kept. */
function OwnOnes({ own, onKeep, onRemove, onClose }: OwnProps) {
  const styles = useStyles();
  const [name, setName] = useState('');
  return (
    <section className={styles.own} aria-label={says.own}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onKeep(name.trim());
          setName('');
        }}
      >
        <Field className={styles.name} label={says.name}>
          <Input
            value={name}
            maxLength={longestName}
            required
            pattern=".*\S.*"
            autoFocus
            onChange={(_, { value }) => {
              setName(value);
            }}
          />
        </Field>
        <Button type="submit" appearance="primary">
          {says.save}
        </Button>
        <Button onClick={onClose}>{says.done}</Button>
      </form>
      <Text size={200} className={styles.quiet}>
        {says.noSearch}
      </Text>
      <ul className={styles.list} aria-label={says.own}>
        {own.map((view) => (
          <li key={view.name}>
            <Button
              size="small"
              icon={<DismissRegular />}
              iconPosition="after"
              aria-label={says.remove(view.name)}
              onClick={() => {
                onRemove(view.name);
              }}
            >
              {view.name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
