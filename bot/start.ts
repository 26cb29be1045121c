import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { openAftercareChat } from './aftercare/aftercare-chat.ts';
import { look } from './aftercare/caring.ts';
import { openAgreeing } from './agreeing/agreeing.ts';
import { openAgreementChat } from './agreeing/agreement-chat.ts';
import type { Acts } from './api/acts.ts';
import { createApi } from './api/api.ts';
import { openApprovalChat } from './authorising/approval-chat.ts';
import { openApprovals } from './authorising/approvals.ts';
import { openAuthorising } from './authorising/authorising.ts';
import { openBlobs } from './blobs.ts';
import { type Bot, openBot } from './bot.ts';
import { calendarsThen } from './changing/calendars-then.ts';
import { openChangeChat } from './changing/change-chat.ts';
import { openChanging } from './changing/changing.ts';
import { openChat } from './chat.ts';
import { openChatMemory } from './chat-memory.ts';
import { openChecklistChat } from './checklist/checklist-chat.ts';
import { drawChecklist } from './checklist/draw-checklist.ts';
import { askedOfApprovers, checklistOf } from './checklist/meeting-checklist.ts';
import { openConcernChat } from './concerns/concern-chat.ts';
import { openConcerns } from './concerns/raising.ts';
import type { Config, Secrets } from './config.ts';
import { compareWithPolicy } from './conforming/compare.ts';
import { openDoctor, remembered } from './doctor/doctor.ts';
import { busyTimes } from './graph/calendars.ts';
import { createIdentity, tokenFor } from './graph/entra.ts';
import { openGraph } from './graph/graph.ts';
import { openMeetings } from './graph/meetings.ts';
import { openPeople } from './graph/people.ts';
import { sayHeld } from './held/saying-held.ts';
import { openLimit } from './identity/limits.ts';
import { sharedTokens } from './identity/shared-tokens.ts';
import { createVerify, unhurried } from './identity/tab-token.ts';
import { openCountable } from './insights/countable.ts';
import { openInsightStore } from './insights/insight-store.ts';
import { keepCounting } from './insights/keep-counting.ts';
import type { Ask, Reference } from './meetings/ask.ts';
import { sweep } from './meetings/carry-on.ts';
import { invitationOf } from './meetings/invitation.ts';
import { textsOf } from './meetings/joining/text-message.ts';
import { openWorkshop } from './meetings/workshop.ts';
import type { World } from './meetings/world.ts';
import { openNotices } from './notices.ts';
import { fact } from './policy/fact.ts';
import { openPolicy } from './policy/open-policy.ts';
import { openPosting } from './posting.ts';
import { openRecordingChat } from './recording/recording-chat.ts';
import type { Entry } from './register/entry.ts';
import type { Kept, MeetingMoment } from './register/kept.ts';
import { openRegister } from './register/sharepoint.ts';
import { dismiss } from './reviewing/dismissing.ts';
import { openReviewChat } from './reviewing/review-chat.ts';
import { openCoverChat } from './second-adult/cover-chat.ts';
import { openCoverNotices } from './second-adult/cover-notices.ts';
import { type Listening, listen } from './server.ts';
import { openSweeper } from './sweeper.ts';

// Somebody is waiting in the chat, and the channel gives up on us after fifteen seconds.
const patienceMilliseconds = 10_000;
// Looking at a whole installation takes dozens of requests: whoever looks at the page again sees what was read a moment ago.
const doctorSeconds = 60;

/**
 * Puts the parts together; the only composition. Nothing in here knows whether the school is real.
 * @throws PackFault with every line of the school's policy that is wrong: without a policy nothing may be decided
 * @returns the running server; `close` ends it when the work under way is done
 */
export async function startServer(config: Config, secrets: Secrets, log: Logger): Promise<Listening> {
  const wording = openPolicy(config.schoolFile, (file) => readFileSync(file, 'utf8'));
  const { policy, school } = wording;
  const identity = createIdentity(config, secrets, tokensOf(config, secrets, log));
  const freshSeconds = Math.ceil((config.retryMilliseconds * 120) / 1000);
  // The step that mails ends well within the claim that was written before it, so that nobody else can have begun it.
  const stepMilliseconds = Math.floor((config.claimSeconds * 1000) / 3);
  const graph = openGraph(
    { graphUrl: config.graphUrl, retryMilliseconds: config.retryMilliseconds, patienceMilliseconds },
    tokenFor(identity, 'https://graph.microsoft.com/.default', { freshSeconds }),
  );
  const people = openPeople(graph, config.groups, Date.now);
  const invitationTo = (ask: Ask, reference: Reference) => invitationOf(ask, reference, wording);
  const textsFor: Parameters<typeof openNotices>[2]['textsFor'] = (ask, reference, about) =>
    textsOf(ask, reference, wording, about);
  const memory = openChatMemory(config, secrets);

  // The bot tells the outcome of work that the bot itself began: the ring is closed here and nowhere else.
  const teller: Pick<Bot, 'tell' | 'replace'> = {
    tell: (person, message) => bot.tell(person, message),
    replace: (person, activityId, message) => bot.replace(person, activityId, message),
  };
  const tabUrl = config.teamsUrl;
  const besidesFor = (entry: Entry) => askedOfApprovers(entry, { policy, school });
  const checklistFor = (entry: Entry, moment: MeetingMoment, kept: readonly Kept[]) => ({
    card: drawChecklist(entry, { kept, moment }, { policy, school, tabUrl }),
  });
  const register = openRegister(graph, config.siteId);
  const posting = openPosting({ bot: teller, memory, log });
  const approvals = openApprovals({ bot: teller, posting, graph, besidesFor, tabUrl, log });
  const world: World = {
    meetings: openMeetings(graph, { tenantId: config.tenantId, invitationTo }, stepMilliseconds, log),
    people,
    register,
    notices: openNotices(teller, people, { register, tabUrl, textsFor, checklistFor }, log),
    approvals,
    secondAdults: openCoverNotices({ bot: teller, people, memory, now: () => new Date(), tabUrl, log }),
    busyTimes: (those, span) => busyTimes(graph, those, span),
    posting,
    tabUrl,
    policy,
    school,
    claimSeconds: config.claimSeconds,
    now: () => new Date(),
    log,
  };
  const workshop = openWorkshop(log);
  const authorising = openAuthorising({ world, workshop });
  const approvalChat = openApprovalChat({ world, authorising, approvals });
  const checklists = openChecklistChat({ world, tabUrl });
  const agreeing = openAgreeing({ world, workshop });
  const agreements = openAgreementChat({ agreeing, now: world.now, tabUrl });
  const changing = openChanging({ world, workshop });
  const withdraw: Parameters<typeof openChangeChat>[0]['withdraw'] = (reference, person) =>
    approvalChat({ about: 'withdraw', reference }, person);
  const changes = openChangeChat({ world, graph, changing, withdraw });
  const recordings = openRecordingChat({ world, changing });
  const covers = openCoverChat({ world, workshop, tabUrl });
  const aftercare = openAftercareChat(world);
  const reviews = openReviewChat(world);
  // One for both doors: a concern raised at both at once is one.
  const raising = openConcerns({ ...world, patienceMilliseconds });
  const concerns = openConcernChat({ world, concerns: raising });
  const others = { approvals: approvalChat, changes, checklists, agreements, recordings, covers, aftercare, reviews };
  const chat = openChat({ world, graph, memory, workshop, ...others, concerns, tabUrl });
  // One share for both doors.
  const limit = openLimit(config.perMinute.person);
  const bot = openBot({
    config,
    limit,
    token: tokenFor(identity, 'https://api.botframework.com/.default'),
    chat,
    memory,
    log,
  });

  const acts: Acts = {
    changing,
    colleagues: () =>
      fact(
        'who is staff',
        () => people.colleagues(),
        (failure) => {
          log.warn({ failure }, 'the list of staff could not be asked for');
        },
      ),
    schoolDomains: school.domains,
    calendarsThen: (change) => calendarsThen(graph, change, world.now()),
    sayHeld: (saying, caller) => sayHeld(world, saying, caller),
    look: (reference, caller, words) => look(world, reference, caller, words),
    letStand: (reference, caller, said) => dismiss(world, reference, caller, said),
    agree: async (reference, caller, said) => {
      const by = (await people.colleagues()).find(({ id }) => id === caller.id);
      return by ? agreeing.say(reference, by, said) : { done: false, why: 'no such meeting', stands: null };
    },
    answersTo: (entry) =>
      fact(
        'who has said that they come',
        () => world.meetings.answersTo(entry.ask, entry),
        (failure) => {
          log.warn({ reference: entry.reference, failure }, 'the answers to an invitation could not be asked for');
        },
      ),
  };
  const insights = openInsightStore(openBlobs(config, secrets));
  const api = createApi({
    verify: unhurried(createVerify(config), limit),
    rolesOf: (person) =>
      fact(
        'what you may see',
        () => people.rolesOf(person),
        (failure) => {
          log.warn({ failure }, 'somebody’s groups could not be asked for');
        },
      ),
    register: world.register,
    authorising,
    acts,
    checklistOf: (entry) => checklistOf(entry, world),
    policy,
    school,
    doctor: remembered(
      openDoctor({ config, secrets, policy, school, storage: () => memory.answers(), now: world.now }),
      doctorSeconds,
      world.now,
    ),
    health: async () => ({ storage: await memory.answers(), sweep: sweeper.lastPass() }),
    busyTimes: world.busyTimes,
    membersOf: (group) => people.thoseWith(group),
    concerns: raising,
    figures: async () => (await insights.read())?.aggregate ?? null,
    now: world.now,
    teamsUrl: tabUrl,
    report: (fault) => {
      log.error({ failure: fault }, 'the tab was refused');
    },
  });
  const health = async () => ({ storage: await memory.answers() });
  const listening = await listen({ doors: config, bot, api, health, log });
  const comparing = compareWithPolicy(world).catch((failure: unknown) => {
    log.warn({ failure }, 'what stands could not be compared with the policy; the next start does');
  });
  const sweeper = openSweeper(() => sweep(world), config.sweepSeconds, log);
  const rows = openCountable(graph, config.siteId);
  const counting = keepCounting({ rows, store: insights, now: world.now }, config.countSeconds, log);
  return {
    url: listening.url,
    async close() {
      await comparing;
      await sweeper.stop();
      await counting.stop();
      await listening.close();
      await workshop.idle();
    },
  };
}

/** Beside the container of what is remembered, so that reading one need not mean reading the other. */
function tokensOf(config: Config, secrets: Secrets, log: Logger) {
  const { storageUrl, storageContainer } = config;
  return sharedTokens(openBlobs({ storageUrl, storageContainer: `${storageContainer}-tokens` }, secrets), config, log);
}
