import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  ProgressBar,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Scope } from '../../../bot/views/rights.ts';
import { dayOf } from '../../when.ts';
import { exportWords } from '../../words/export.ts';
import type { Trouble } from '../../words/words.ts';
import { words } from '../../words/words.ts';
import type { Filter } from '../filter.ts';
import { type Format, formats } from './answers.ts';
import { SaveFile } from './SaveFile.tsx';
import { filterWords } from './table.ts';
import { type Exporting, mostPrinted, type Taken, useExport } from './use-export.ts';

const PrintView = lazy(() => import('./PrintView.tsx').then((file) => ({ default: file.PrintView })));

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type DialogProps = {
  /** Closed before it is taken away: otherwise the page behind it would stay hidden from screen readers. */
  readonly isOpen: boolean;
  readonly filter: Filter;
  readonly scope: Scope;
  readonly onClose: () => void;
};

/** The register as a file or on paper: what and why, then how far it is, then the file. */
export function ExportDialog({ isOpen, filter, scope, onClose }: DialogProps) {
  const { exporting, begin, goOn, stop } = useExport();
  // Kept here, so that a fault, or stopping, loses nothing of what was typed.
  const [format, setFormat] = useState<Format>('xlsx');
  const [reason, setReason] = useState('');
  const [isPrinting, setIsPrinting] = useState(false);
  const isRunning = exporting.step === 'beginning' || exporting.step === 'taking';
  return (
    <>
      <Dialog
        open={isOpen && !isPrinting}
        // While it runs only Stop ends it: a tap beside the dialog must not lose a thousand rows.
        modalType={isRunning ? 'alert' : 'modal'}
        onOpenChange={() => {
          if (!isRunning) onClose();
        }}
      >
        <DialogSurface>
          {exporting.step === 'wish' && (
            <WishForm
              {...{ filter, scope, format, reason, onClose }}
              trouble={exporting.trouble}
              onFormat={setFormat}
              onReason={setReason}
              onBegin={() => {
                void begin({ format, reason: reason.trim(), filter: { ...filter, scope } });
              }}
            />
          )}
          {isRunning && <Progress exporting={exporting} onGoOn={(taken) => void goOn(taken)} onStop={stop} />}
          {exporting.step === 'taken' && (
            <Done
              taken={exporting.taken}
              onLook={() => {
                setIsPrinting(true);
              }}
              onClose={onClose}
            />
          )}
        </DialogSurface>
      </Dialog>
      {isOpen && isPrinting && exporting.step === 'taken' && (
        <Suspense fallback={null}>
          <PrintView taken={exporting.taken} onClose={onClose} />
        </Suspense>
      )}
    </>
  );
}

type WishProps = Omit<DialogProps, 'isOpen'> & {
  readonly format: Format;
  readonly reason: string;
  readonly trouble: Trouble | null;
  readonly onFormat: (format: Format) => void;
  readonly onReason: (reason: string) => void;
  readonly onBegin: () => void;
};

function WishForm({ filter, scope, format, reason, trouble, onFormat, onReason, onBegin, onClose }: WishProps) {
  const styles = useStyles();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onBegin();
      }}
    >
      <DialogBody>
        <DialogTitle>{exportWords.title}</DialogTitle>
        <DialogContent className={styles.content}>
          <Text>
            {exportWords.what(filterWords(filter))}. {exportWords.whose[scope]} {exportWords.holds}
          </Text>
          <Field label={exportWords.format}>
            <RadioGroup
              value={format}
              onChange={(_, { value }) => {
                onFormat(formats.find((one) => one === value) ?? 'xlsx');
              }}
            >
              {formats.map((one) => (
                <Radio key={one} value={one} label={exportWords.formats[one]} />
              ))}
            </RadioGroup>
          </Field>
          <Field
            label={exportWords.reason}
            hint={exportWords.reasonHint}
            {...(trouble && { validationMessage: `${trouble.say} ${trouble.next}` })}
          >
            <Input
              value={reason}
              maxLength={200}
              onChange={(_, { value }) => {
                onReason(value);
              }}
            />
          </Field>
          <Text size={200} className={styles.quiet}>
            {exportWords.kept}
          </Text>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{exportWords.cancel}</Button>
          <Button type="submit" appearance="primary">
            {exportWords.begin}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

type ProgressProps = {
  readonly exporting: Extract<Exporting, { step: 'beginning' | 'taking' }>;
  readonly onGoOn: (taken: Taken) => void;
  readonly onStop: () => void;
};

function Progress({ exporting, onGoOn, onStop }: ProgressProps) {
  const styles = useStyles();
  const halted = exporting.step === 'taking' && exporting.trouble ? exporting : null;
  return (
    <DialogBody>
      <DialogTitle>{exportWords.title}</DialogTitle>
      <DialogContent className={styles.content}>
        {!halted && <ProgressBar aria-label={exportWords.title} />}
        <Text role="status">{exporting.step === 'beginning' ? exportWords.beginning : soFar(exporting.taken)}</Text>
        {halted?.trouble && (
          <Text role="alert">
            {halted.trouble.say} {exportWords.halted(halted.taken.rows.length)}
          </Text>
        )}
      </DialogContent>
      <DialogActions>
        {halted && (
          <Button
            appearance="primary"
            onClick={() => {
              onGoOn(halted.taken);
            }}
          >
            {exportWords.goOn}
          </Button>
        )}
        <Button onClick={onStop}>{exportWords.stop}</Button>
      </DialogActions>
    </DialogBody>
  );
}

/** Nobody has counted the rows in advance, which SharePoint would need as long for; how far in time it has come, it can say. */
function soFar({ rows }: Taken): string {
  const last = rows.at(-1);
  return last ? exportWords.soFarTo(rows.length, dayOf(last.start)) : exportWords.soFar(0);
}

type DoneProps = { readonly taken: Taken; readonly onLook: () => void; readonly onClose: () => void };

function Done({ taken, onLook, onClose }: DoneProps) {
  const styles = useStyles();
  const { rows, unreadable, wish, isAll } = taken;
  return (
    <DialogBody>
      <DialogTitle>{exportWords.title}</DialogTitle>
      <DialogContent className={styles.content}>
        {rows.length === 0 && <Text role="status">{exportWords.nothing}</Text>}
        {rows.length > 0 && wish.format === 'print' && <Text role="status">{exportWords.ready(rows.length)}</Text>}
        {rows.length > 0 && wish.format !== 'print' && <SaveFile taken={taken} format={wish.format} />}
        {!isAll && <Text>{exportWords.mostPrinted(mostPrinted)}</Text>}
        {unreadable > 0 && <Text>{exportWords.unreadable(unreadable)}</Text>}
      </DialogContent>
      <DialogActions>
        {rows.length > 0 && wish.format === 'print' && (
          <Button appearance="primary" onClick={onLook}>
            {exportWords.look}
          </Button>
        )}
        <Button onClick={onClose}>{words.close}</Button>
      </DialogActions>
    </DialogBody>
  );
}
