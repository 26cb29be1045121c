import type { Mentioned } from '../conversation.ts';

/** The people a first line names by what they are. Only words of this list are taken from a line: anything else could be a name. */

const family = 'Family';

const known: readonly { readonly finds: string; readonly role: string; readonly agency: string }[] = [
  { finds: 'foster (?:carer|mum|dad|parent)s?', role: 'Foster carer', agency: family },
  { finds: '(?:step[ -]?)(?:mum|mother)', role: 'Stepmother', agency: family },
  { finds: '(?:step[ -]?)(?:dad|father)', role: 'Stepfather', agency: family },
  { finds: 'mum|mam|mom|mother', role: 'Mum', agency: family },
  { finds: 'dad|father', role: 'Dad', agency: family },
  { finds: 'grand(?:ma|mother)|nan|nana|granny|gran', role: 'Grandmother', agency: family },
  { finds: 'gran(?:d)?(?:dad|father|pa)', role: 'Grandfather', agency: family },
  { finds: 'grandparents?', role: 'Grandparent', agency: family },
  { finds: 'guardian', role: 'Guardian', agency: family },
  { finds: 'parents?', role: 'Parent', agency: family },
  { finds: 'aunt(?:ie|y)?', role: 'Aunt', agency: family },
  { finds: 'uncle', role: 'Uncle', agency: family },
  { finds: 'school nurse', role: 'School nurse', agency: '' },
  { finds: 'nurse', role: 'Nurse', agency: '' },
  { finds: 'health visitor', role: 'Health visitor', agency: '' },
  { finds: 'early help(?: (?:worker|practitioner|lead|team))?', role: 'Early Help worker', agency: 'Early Help' },
  { finds: 'family support(?: worker)?', role: 'Family support worker', agency: '' },
  {
    finds: "(?:children's )?social worker|children's social care",
    role: 'Social worker',
    agency: "Children's social care",
  },
  { finds: 'speech (?:and|&) language(?: therapist)?|salt', role: 'Speech and language therapist', agency: '' },
  { finds: 'ed(?:ucational)? psych(?:ologist)?|ep', role: 'Educational psychologist', agency: '' },
  { finds: 'camhs(?: (?:worker|practitioner))?', role: 'CAMHS practitioner', agency: 'CAMHS' },
  { finds: 'gp', role: 'GP', agency: '' },
  { finds: 'paediatrician', role: 'Paediatrician', agency: '' },
  { finds: 'occupational therapist|ot', role: 'Occupational therapist', agency: '' },
  { finds: 'physio(?:therapist)?', role: 'Physiotherapist', agency: '' },
  { finds: 'police(?: officer)?|pcso', role: 'Police officer', agency: 'Police' },
  { finds: 'youth worker', role: 'Youth worker', agency: '' },
  { finds: 'education welfare(?: officer)?|ewo', role: 'Education welfare officer', agency: '' },
  { finds: 'virtual school(?: head)?', role: 'Virtual school', agency: 'Virtual school' },
  {
    finds:
      'local authority(?: (?:officer|representative|rep|send officer))?|the la(?: (?:officer|representative|rep))?',
    role: 'Local authority officer',
    agency: 'Local authority',
  },
  { finds: 'send (?:case ?)?officer', role: 'SEND officer', agency: 'Local authority' },
  { finds: 'chair of governors', role: 'Chair of governors', agency: 'Governing body' },
  { finds: 'interpreter|translator', role: 'Interpreter', agency: '' },
  { finds: 'advocate', role: 'Advocate', agency: '' },
  { finds: 'housing officer', role: 'Housing officer', agency: '' },
  { finds: 'carer', role: 'Carer', agency: family },
];

const any = new RegExp(
  `\\b(?:(?:the|her|his|their|an?|our) )?(${known.map(({ finds }) => `(?:${finds})`).join('|')})\\b`,
  'gi',
);

/** @returns the roles in the order they were said, and the text without them; commas hold their places */
export function findRoles(text: string): { readonly roles: readonly Mentioned[]; readonly rest: string } {
  const roles = [...text.replace(/’/g, "'").matchAll(any)].flatMap(([, said = '']) => {
    const found = known.find(({ finds }) => new RegExp(`^(?:${finds})$`, 'i').test(said));
    return found === undefined ? [] : [{ role: found.role, agency: found.agency }];
  });
  return { roles: roles.slice(0, 20), rest: text.replace(/’/g, "'").replace(any, ' , ') };
}

const relatives =
  /\b(?:mum|mam|mom|mother|dad|father|parents?|carers?|guardian|nan|nana|gran|granny|grand\w+|step\w+|aunt\w*|uncle)\b/i;

/** Parents, carers and relatives: their agency is `Family`. */
export const isFamily = (role: string): boolean =>
  relatives.test(role) && !/\b(?:worker|officer|support|service)\b/i.test(role);
