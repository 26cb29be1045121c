import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { words } from '../words/words.ts';

const useStyles = makeStyles({ input: { width: '100%', minWidth: 0 } });

type DayFieldProps = {
  readonly label: string;
  /** Called with `2026-11-24`, or empty when the day is taken away. */
  readonly onDay: (day: string) => void;
};

/**
 * A day, picked or typed. The browser's own picker, which is on every phone and costs no bytes. While a year is being typed the
 * field reads 0002, 0020, 0202: only a day the server would take is passed on.
 */
export function DayField({ label, onDay }: DayFieldProps) {
  const styles = useStyles();
  const [isWrong, setIsWrong] = useState(false);
  return (
    <Field label={label} {...(isWrong && { validationMessage: words.filters.wrongDay })}>
      <Input
        className={styles.input}
        type="date"
        min="2000-01-01"
        max="2099-12-31"
        onChange={({ target }, { value }) => {
          if (!target.validity.valid) return;
          setIsWrong(false);
          onDay(value);
        }}
        onBlur={({ target }) => {
          setIsWrong(!target.validity.valid);
        }}
      />
    </Field>
  );
}
