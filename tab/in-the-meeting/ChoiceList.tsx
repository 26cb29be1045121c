import { Radio, RadioGroup } from '@fluentui/react-components';
import type { Choice } from '../../bot/in-the-meeting/panel-view.ts';
import { dayOf, hoursOf } from '../when.ts';

type Props = {
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly choose: (reference: string) => void;
  readonly label: string;
};

/** The caller's own meetings, to say which of them this is. */
export function ChoiceList({ choices, chosen, choose, label }: Props) {
  return (
    <RadioGroup
      aria-label={label}
      value={chosen ?? ''}
      onChange={(_, { value }) => {
        choose(value);
      }}
    >
      {choices.map(({ reference, kind, child, start, end }) => (
        <Radio
          key={reference}
          value={reference}
          label={
            <>
              {[child, kind].filter((one) => one !== undefined).join(' · ')}
              <br />
              {dayOf(start)}, {hoursOf(start, end)}
            </>
          }
        />
      ))}
    </RadioGroup>
  );
}
