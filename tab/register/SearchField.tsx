import { SearchBox } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { registerWords } from '../words/register.ts';

type SearchProps = {
  readonly className: string;
  readonly searched: string;
  /** Called once typing has come to rest; empty when nothing is searched for any more. */
  readonly onSearch: (text: string) => void;
};

const restsAfter = 350;

/** What somebody looks for, as they type it. One letter would find half the register: it waits for the second. */
export function SearchField({ className, searched, onSearch }: SearchProps) {
  const [text, setText] = useState(searched);
  const sent = useRef(searched);
  // A link or the way back changes the field; the echo of what was just typed does not, or a letter typed meanwhile would be lost.
  useEffect(() => {
    if (searched === sent.current) return;
    sent.current = searched;
    setText(searched);
  }, [searched]);

  const wanted = text.trim().length < 2 ? '' : text.trim();
  const search = () => {
    if (wanted === sent.current) return;
    sent.current = wanted;
    onSearch(wanted);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the typing that has to rest
  useEffect(() => {
    const resting = setTimeout(search, restsAfter);
    return () => {
      clearTimeout(resting);
    };
  }, [wanted]);

  return (
    <SearchBox
      className={className}
      aria-label={registerWords.search}
      placeholder={registerWords.searchHint}
      value={text}
      maxLength={80}
      onChange={(_, { value }) => {
        setText(value);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') search();
      }}
    />
  );
}
