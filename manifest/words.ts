/**
 * What Teams shows of the app before anybody opens it: its name, its descriptions, its tabs, and what each command does.
 * The commands themselves are what the bot is sent when one is chosen. It understands English only, so no language translates them.
 */

/** In the order in which Teams lists them; Teams takes twelve at most. */
export const commands = [
  'new meeting',
  'form',
  'my meetings',
  'change',
  'cancel',
  'start again',
  'checklist',
  'agreements',
  'raise a concern',
  'what does our policy ask',
  'help',
] as const;
export type Command = (typeof commands)[number];

export type Words = {
  readonly fullName: string;
  /** 80 characters at most. */
  readonly short: string;
  readonly full: string;
  readonly tabs: { readonly meetings: string; readonly register: string };
  readonly commands: Readonly<Record<Command, string>>;
};

export const english: Words = {
  fullName: 'Chaperone: meetings with people from outside the school',
  short: 'Meetings with parents, agencies and others, behind a lobby proved to be shut.',
  full: [
    'A member of staff arranges a meeting by chatting with Chaperone. The school’s own policy decides what is asked, what is allowed and what is set.',
    'Nobody gets an invitation before the meeting’s lobby and other safeguards have been written, read back and found as asked.',
    'Every meeting stands in the school’s register, where senior leaders can see who met whom, when, why and how it was kept safe.',
  ].join('\n\n'),
  tabs: { meetings: 'Meetings', register: 'Register' },
  commands: {
    'new meeting': 'Arrange a meeting, question by question',
    form: 'Arrange a meeting on one form',
    'my meetings': 'See the meetings that you host',
    change: 'Change a meeting that stands, or the one being arranged',
    cancel: 'Drop the one being arranged, or call off a meeting that stands',
    'start again': 'Begin afresh with the one being arranged',
    checklist: 'See what is to be done before, during and after a meeting',
    agreements: 'See who has agreed to what, and write it down',
    'raise a concern': 'Tell the safeguarding lead that there is a concern at a meeting',
    'what does our policy ask': 'See what the school’s policy asks outside of meetings',
    help: 'See what I can do',
  },
};

/** No Welsh speaker has read it yet; one has to before it is released. */
export const welsh: Words = {
  fullName: 'Chaperone: cyfarfodydd â phobl o’r tu allan i’r ysgol',
  short: 'Cyfarfodydd â rhieni, asiantaethau ac eraill, y tu ôl i lobi sydd ar gau.',
  full: [
    'Mae aelod o staff yn trefnu cyfarfod drwy sgwrsio â Chaperone. Polisi’r ysgol ei hun sy’n penderfynu beth a ofynnir, beth a ganiateir a beth a osodir.',
    'Nid oes neb yn cael gwahoddiad nes bod y lobi a mesurau diogelu eraill y cyfarfod wedi’u hysgrifennu, eu darllen yn ôl a’u cael fel y gofynnwyd.',
    'Mae pob cyfarfod yng nghofrestr yr ysgol, lle gall uwch arweinwyr weld pwy a gyfarfu â phwy, pryd, pam a sut y cadwyd y cyfarfod yn ddiogel.',
    'Saesneg yw iaith Chaperone ei hun ar hyn o bryd.',
  ].join('\n\n'),
  tabs: { meetings: 'Cyfarfodydd', register: 'Cofrestr' },
  commands: {
    'new meeting': 'Trefnu cyfarfod, fesul cwestiwn',
    form: 'Trefnu cyfarfod ar un ffurflen',
    'my meetings': 'Gweld y cyfarfodydd rydych chi’n eu cynnal',
    change: 'Newid cyfarfod sydd wedi’i drefnu, neu’r un sy’n cael ei drefnu',
    cancel: 'Rhoi’r gorau i’r un sy’n cael ei drefnu, neu ganslo cyfarfod sydd wedi’i drefnu',
    'start again': 'Dechrau o’r newydd gyda’r un sy’n cael ei drefnu',
    checklist: 'Gweld beth sydd i’w wneud cyn, yn ystod ac ar ôl cyfarfod',
    agreements: 'Gweld pwy sydd wedi cytuno i beth, a’i gofnodi',
    'raise a concern': 'Rhoi gwybod i’r arweinydd diogelu fod pryder mewn cyfarfod',
    'what does our policy ask': 'Gweld beth mae polisi’r ysgol yn ei ofyn y tu allan i gyfarfodydd',
    help: 'Gweld beth y gallaf ei wneud',
  },
};
