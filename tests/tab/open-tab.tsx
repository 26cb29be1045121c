import { act, configure, render, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Acts } from '../../bot/api/acts.ts';
import { createApi } from '../../bot/api/api.ts';
import type { ApiWorld } from '../../bot/api/door.ts';
import type { Authorising } from '../../bot/authorising/authorising.ts';
import { known } from '../../bot/policy/fact.ts';
import type { Entry } from '../../bot/register/entry.ts';
import { Tab } from '../../tab/Tab.tsx';
import type { Place, Teams, ThemeName } from '../../tab/teams.ts';
import { around } from '../api/around.ts';
import { memoryConcerns } from '../api/memory-concerns.ts';
import { type MemoryRegister, memoryRegister } from '../api/memory-register.ts';
import { noActs } from '../api/no-acts.ts';
import { log, meetings, type PersonKey, people, statements } from '../api/school.ts';

/** The whole tab in front of the server's real handlers: only Teams, the network and the register are played. */

// jsdom works out every style of Fluent anew for every question whether something can be seen, which took most of the time
// here; what is hidden from whom is axe's question. And a busy machine is no reason to fail.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

type Opening = {
  readonly as?: PersonKey;
  /** Width of the window, in CSS pixels. */
  readonly width?: number;
  readonly theme?: ThemeName;
  readonly opensWith?: string;
  /** The page's own address; the register's unless `opensWith` names another. */
  readonly at?: string;
  /** What has been counted. */
  readonly figures?: ApiWorld['figures'];
  /** Where in Teams; its own page unless a test says otherwise. */
  readonly place?: Place;
  readonly register?: readonly Entry[];
  /** How many entries of each page cannot be read. */
  readonly unreadable?: number;
  /** How many tokens are turned away before one is taken. */
  readonly runOut?: number;
  /** `null`: a plain browser, no Teams around. */
  readonly teams?: null;
};

export type OpenTab = {
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly register: MemoryRegister;
  /** What the tab told Teams, in order. */
  readonly told: string[];
  /** How many tokens have been turned away. */
  turnedAway: number;
  /** The network from now on: as it is, gone, without an answer, or with something else than our server at its end. */
  network: 'well' | 'gone' | 'silent' | 'a proxy' | 'a gateway before no server';
  /** What becomes of an approver's answer. */
  answer: Authorising['answer'];
  /** What comes of every other act. */
  acts: Acts;
  /** What has been counted. */
  figures: ApiWorld['figures'];
  /** Teams from now on knows who is there, or does not. */
  signedIn: boolean;
  changeTheme(theme: ThemeName): void;
};

export function openTab(opening: Opening = {}): OpenTab {
  const register = memoryRegister(opening.register ?? Object.values(meetings), log, statements);
  register.unreadable = opening.unreadable ?? 0;
  const who = opening.as ?? 'senco';
  const told: string[] = [];
  let onTheme: (theme: ThemeName) => void = () => undefined;
  const tab: OpenTab = {
    user: userEvent.setup(),
    register,
    told,
    turnedAway: 0,
    network: 'well',
    signedIn: true,
    answer: () => Promise.reject(new Error('nobody answers here')),
    acts: noActs(),
    figures: opening.figures ?? around.figures,
    changeTheme: (theme) => {
      act(() => {
        onTheme(theme);
      });
    },
  };
  const teams: Teams = {
    theme: opening.theme ?? 'default',
    place: opening.place ?? { is: 'page' },
    opensWith: opening.opensWith ?? null,
    onTheme: (listener) => {
      onTheme = listener;
    },
    token: () => (tab.signedIn ? Promise.resolve(who) : Promise.reject(new Error('resourceDisabled'))),
    shown: () => told.push('shown'),
    share: ({ address, label }) => told.push(`share ${address} ${label}`),
    linkTo: ({ address }) => `https://teams.example.org/${address}`,
    brokenDown: () => told.push('broken down'),
  };
  // Without a link into Teams and without an address of its own the tab would open at Today.
  window.location.hash = opening.at ?? (opening.opensWith === undefined ? '#/register' : '');
  scrollByItself();
  beAsWideAs(opening.width ?? 1280);
  answerFetchesWith(register, tab, opening.runOut ?? 0);
  render(<Tab opening={Promise.resolve(opening.teams === null ? null : teams)} />);
  return tab;
}

/** jsdom lays nothing out and scrolls nowhere: this is a very long page, which remembers where it was scrolled to and says so. */
function scrollByItself(): void {
  window.scrollY = 0;
  Object.defineProperty(document.documentElement, 'scrollHeight', { configurable: true, value: 1_000_000 });
  window.scrollTo = ((to: ScrollToOptions) => {
    window.scrollY = to.top ?? 0;
    queueMicrotask(() => {
      act(() => {
        window.dispatchEvent(new Event('scroll'));
      });
    });
  }) as typeof window.scrollTo; // the virtualiser names an object, never two numbers
}

function beAsWideAs(width: number): void {
  window.matchMedia = (query) => {
    const [, bound, pixels] = /\((min|max)-width: (\d+)px\)/.exec(query) ?? [];
    const matches = bound === 'min' ? width >= Number(pixels) : width <= Number(pixels);
    // jsdom has no media queries; these are the members the tab and Fluent use.
    return {
      matches,
      media: query,
      addEventListener: () => {},
      removeEventListener: () => {},
    } as unknown as MediaQueryList;
  };
}

function answerFetchesWith(register: MemoryRegister, tab: OpenTab, runOut: number): void {
  const routes = createApi({
    verify: (authorization) => {
      if (tab.turnedAway < runOut) {
        tab.turnedAway += 1;
        return Promise.resolve({ proved: false, why: 'not a token for this tab' });
      }
      const person = Object.entries(people).find(([key]) => authorization === `Bearer ${key}`)?.[1];
      return Promise.resolve(
        person ? { proved: true, id: person.id, name: person.name } : { proved: false, why: 'no token' },
      );
    },
    rolesOf: (id) => Promise.resolve(known(new Set(Object.values(people).find((each) => each.id === id)?.roles))),
    register,
    authorising: { answer: (...said) => tab.answer(...said) },
    ...around,
    get acts() {
      return tab.acts;
    },
    concerns: memoryConcerns(register),
    figures: () => tab.figures(),
    report: () => undefined,
  });
  const answering = async (
    input: string,
    init?: { method?: string; headers?: { authorization?: string }; body?: string },
  ) => {
    if (tab.network === 'gone') throw new TypeError('Failed to fetch');
    if (tab.network === 'silent') return new Promise<never>(() => undefined);
    if (tab.network === 'a proxy') return { status: 200, json: () => Promise.resolve({ hello: 'from the proxy' }) };
    if (tab.network === 'a gateway before no server')
      return { status: 502, json: () => Promise.reject(new SyntaxError('Unexpected token <')) };
    const { pathname, searchParams } = new URL(input, 'http://school');
    const route = routes.find(
      ({ method, path }) =>
        method === (init?.method ?? 'GET') && new RegExp(`^${path.replace(/:\w+/, '[^/]+')}$`).test(pathname),
    );
    const answer = await route?.handle({
      authorization: init?.headers?.authorization,
      params: { reference: pathname.split('/')[3], id: pathname.split('/')[3] },
      query: Object.fromEntries(searchParams),
      body: init?.body === undefined ? undefined : JSON.parse(init.body),
    });
    // Over the wire, so that nothing arrives that JSON would not carry.
    return { status: answer?.status ?? 404, json: () => Promise.resolve(JSON.parse(JSON.stringify(answer?.body))) };
  };
  // jsdom has no fetch; this answers the two members of a Response that the tab reads.
  globalThis.fetch = answering as unknown as typeof fetch;
}

/** The words of each row, column by column. */
export const rowsOf = (grid: HTMLElement): string[][] =>
  within(grid)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent),
    );
