import { fullDayOf, momentOf } from '../when.ts';
import { dataWords } from '../words/data-protection.ts';
import type { BundleRecord, Decided } from './decisions.ts';

/** A bundle as a page that anybody can read and print, without anything of ours around it. Pure. */

const words = dataWords.file;

/** @param about the person, as they were found @param at when it was made, UTC */
export function bundlePage(bundle: Decided, { about, at }: { readonly about: string; readonly at: string }): string {
  const title = escaped(words.title(about));
  const leftOut = bundle.leftOut === 0 ? '' : `<p>${escaped(words.leftOut(bundle.leftOut))}</p>`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
section { break-inside: avoid-page; border-top: 1px solid; margin-top: 2rem; }
dt { font-weight: 600; margin-top: 0.5rem; }
dd { margin: 0; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${title}</h1>
<p>${escaped(words.madeAt(momentOf(at)))} ${escaped(words.note)}</p>
${leftOut}
${bundle.meetings.map(meetingSection).join('\n')}
</body>
</html>
`;
}

const meetingSection = ({ reference, title, start, parts }: BundleRecord): string => `<section>
<h2>${escaped(title)}, ${escaped(fullDayOf(start))} (${escaped(reference)})</h2>
${parts
  .map(
    (part) => `<h3>${escaped(part.title)}</h3>
<dl>${part.lines
      .map(
        ({ label, at, says }) =>
          `<dt>${escaped(label)}</dt><dd>${escaped(says)}${at === undefined ? '' : ` (${escaped(momentOf(at))})`}</dd>`,
      )
      .join('\n')}</dl>`,
  )
  .join('\n')}
</section>`;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
