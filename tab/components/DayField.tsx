import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { words } from '../words/words.ts';

const useStyles = makeStyles({ input: { width: '100%', minWidth: 0 } });

type DayFieldProps = {
  readonly label: string;
  /** As the page has it; absent where nobody else sets it. */
  readonly day?: string;
  /** Called with `2026-11-24`, or empty when the day is taken away. */
  readonly onDay: (day: string) => void;
};

/**
 * A day, picked or typed. The browser's own picker, which is on every phone and costs no bytes. While a year is being typed the
 * field reads 0002, 0020, 0202: only a day the server would take is passed on.
 */
export function DayField({ label, day = '', onDay }: DayFieldProps) {
  const styles = useStyles();
  const [isWrong, setIsWrong] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  // The field keeps what is being typed; only a day that was set elsewhere, by a link or the way back, is put in its place.
  useEffect(() => {
    const input = field.current?.querySelector('input');
    if (input && input.value !== day) input.value = day;
  }, [day]);
  return (
    <Field label={label} {...(isWrong && { validationMessage: words.wrongDay })}>
      <Input
        root={{ ref: field }}
        className={styles.input}
        type="date"
        defaultValue={day}
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
