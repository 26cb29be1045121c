import { Button, ProgressBar, Text } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { isoDayOf } from '../../when.ts';
import { exportWords } from '../../words/export.ts';
import type { Format } from './answers.ts';
import type { Taken } from './use-export.ts';

type SaveProps = { readonly taken: Taken; readonly format: Exclude<Format, 'print'> };

/** Writes the file as soon as all is there, and hands it to the browser; once more when asked. */
export function SaveFile({ taken, format }: SaveProps) {
  const [saved, setSaved] = useState<'writing' | 'saved' | 'not written'>('writing');
  const save = useCallback(async () => {
    setSaved('writing');
    try {
      handOver(await fileOf(taken, format), `${exportWords.fileName(isoDayOf(taken.begun.at))}.${format}`);
      setSaved('saved');
    } catch (error) {
      console.warn('Chaperone:', error);
      setSaved('not written');
    }
  }, [taken, format]);
  useEffect(() => void save(), [save]);

  if (saved === 'writing')
    return (
      <>
        <ProgressBar aria-label={exportWords.writing} />
        <Text role="status">{exportWords.writing}</Text>
      </>
    );
  const { say, next } = exportWords.notWritten;
  return (
    <>
      <Text role="status">{saved === 'saved' ? exportWords.saved(taken.rows.length) : `${say} ${next}`}</Text>
      <Button onClick={() => void save()}>{exportWords.saveAgain}</Button>
    </>
  );
}

// Each writer is fetched when it is first needed: a workbook's alone is as large as the rest of the page.
async function fileOf(taken: Taken, format: SaveProps['format']): Promise<Blob> {
  if (format === 'csv') return (await import('./csv.ts')).csvOf(taken.rows);
  return (await import('./xlsx.ts')).xlsxOf(taken);
}

function handOver(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has to read it first; a minute is more than it needs.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
