import { useState } from 'react';

/** Copies a text. `copied`: `no` where a frame may not, and the text has to be copied by hand; `null` before anybody tried. */
export function useCopying() {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch (error) {
      console.warn('Chaperone:', error);
      setCopied('no');
    }
  };
  return { copied, copy };
}
