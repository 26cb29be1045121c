import MarkdownIt from 'markdown-it';

/**
 * The Markdown Teams draws; whatever else is typed is shown as it is, HTML above all.
 * Messages: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 * Cards: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
const message = new MarkdownIt('zero', { html: false, breaks: true });
message.enable([
  'emphasis',
  'strikethrough',
  'link',
  'backticks',
  'newline',
  'list',
  'blockquote',
  'fence',
  'escape',
  'entity',
]);

const card = new MarkdownIt('zero', { html: false, breaks: true });
card.enable(['emphasis', 'link', 'newline', 'list', 'escape', 'entity']);

export const messageHtml = (text: string): string => message.render(text);
export const cardHtml = (text: string): string => card.render(text);

/** The words of a message without their marks, for where there is one line only. */
export function messageWords(text: string): string {
  const blocks = message.parse(text, {}).filter(({ type }) => type === 'inline' || type === 'fence');
  return blocks.map(({ children, content }) => children?.map((part) => part.content).join('') ?? content).join(' ');
}
