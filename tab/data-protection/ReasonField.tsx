import { Field, Input } from '@fluentui/react-components';
import { dataWords } from '../words/data-protection.ts';

type Props = { readonly reason: string; readonly onReason: (reason: string) => void };

/** Why something is done that is kept; the server has nothing done without one. */
export function ReasonField({ reason, onReason }: Props) {
  return (
    <Field label={dataWords.reason} hint={dataWords.reasonHint} required>
      <Input
        value={reason}
        maxLength={200}
        onChange={(_, { value }) => {
          onReason(value);
        }}
      />
    </Field>
  );
}
