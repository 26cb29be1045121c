import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ColumnTripleRegular } from '@fluentui/react-icons';
import { registerWords } from '../words/register.ts';
import { type ColumnId, columnIds, columns } from './columns.tsx';

const { columns: columnWords } = registerWords;

type ChoiceProps = { readonly chosen: ReadonlySet<ColumnId>; readonly onChange: (chosen: readonly ColumnId[]) => void };

/** Which columns the grid has; when a meeting is, is always one of them. */
export function ColumnChoice({ chosen, onChange }: ChoiceProps) {
  return (
    <Menu
      checkedValues={{ columns: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        onChange(columnIds.filter((id) => id === 'when' || checkedItems.includes(id)));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ColumnTripleRegular />}>{columnWords.choose}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{columnWords.hint}</MenuGroupHeader>
            {columns.map(({ id, name }) => (
              <MenuItemCheckbox key={id} name="columns" value={id} disabled={id === 'when'}>
                {name}
              </MenuItemCheckbox>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
