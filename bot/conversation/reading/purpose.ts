import { faults } from '../../cards/words/faults.ts';
import { Purpose } from '../../meetings/ask.ts';
import { fault, oneLine, type Read, read } from './read.ts';

/** Words that stand in capitals side by side in a school without being anybody's name. */
const schoolWords = new Set(
  (
    'Academy Action Annual Assessment Attendance Autumn Behaviour Big Care Centre Chair Child Childrens Class Council Cross Discuss Early ' +
    'Education Educational Emotional Family Friday Health Help Hospital Key Language Lead Learning Local Mental Monday National ' +
    'Needs Next North Nurse Officer Order Pastoral Person Plan Planning Police Premium Primary Psychologist Pupil Reading Red Review School ' +
    'Secondary Services Sensory Social South Special Speech Spring Stage Steps Summer Support Sunday Team Term Therapist Thursday ' +
    'Transition Tuesday Virtual Visitor Wednesday Welfare Worker Year Young Youth'
  ).split(' '),
);

/** "Alfie Brown": two words in a row that look like a first name and a surname. */
function mayHoldName(text: string): boolean {
  const words = text.match(/[\p{L}'’-]+|[^\p{L}\s]+/gu) ?? [];
  const looksLikeName = (word: string | undefined) =>
    word !== undefined && /^\p{Lu}[\p{Ll}'’-]+/u.test(word) && !schoolWords.has(word.replace(/['’]s?$/, ''));
  return words.some((word, index) => looksLikeName(word) && looksLikeName(words[index + 1]));
}

/** @param text the answer to "what is the meeting for?", as typed */
export const readPurpose = (text: string): Read<string> => aFewWords(text, faults.purposeMissing);

/** @param text the answer to "why can it not wait?", as typed */
export const readReason = (text: string): Read<string> => aFewWords(text, faults.reasonMissing);

function aFewWords(text: string, missing: string): Read<string> {
  const line = oneLine(text, { longest: 200, missing });
  if (!line.ok) return line;
  if (mayHoldName(line.value)) return fault(faults.purposeMayName);
  const parsed = Purpose.safeParse(line.value);
  return parsed.success ? read(parsed.data) : fault(faults.hidden);
}
