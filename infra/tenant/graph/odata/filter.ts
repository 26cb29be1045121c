import { Refusal } from '../call.ts';

/** A parsed `$filter`: the part of OData's grammar that Graph's users, events, meetings and list items take. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | Comparison
  | {
      readonly kind: 'call';
      readonly name: 'startswith' | 'endswith' | 'contains';
      readonly path: string;
      readonly value: string;
    }
  | { readonly kind: 'any'; readonly path: string; readonly of: Expression };

export type Comparison = {
  readonly kind: 'compare';
  readonly path: string;
  readonly operator: 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
  readonly value: Literal;
};
export type Literal = string | number | boolean | null;

const token =
  /\s*(?:('(?:[^']|'')*')|(\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w/.]*)|([(),:]))/y;
const operators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
const functions = ['startswith', 'endswith', 'contains'] as const;

type Token = { readonly kind: 'text' | 'date' | 'number' | 'word' | 'mark'; readonly text: string };

/** @throws Refusal 400 when it does not parse, as an unclosed quote does not */
export function parseFilter(filter: string): Expression {
  const parser = new Parser(tokens(filter));
  const expression = parser.either();
  parser.end();
  return expression;
}

/** @returns the filter, if it is one plain comparison */
export const comparison = (expression: Expression): Comparison | undefined =>
  expression.kind === 'compare' ? expression : undefined;

const syntax = (at: string) => new Refusal(400, 'BadRequest', `Invalid filter clause: syntax error at '${at}'.`);

function tokens(filter: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (filter.slice(token.lastIndex).trim() !== '') {
    const from = token.lastIndex;
    const match = token.exec(filter);
    if (match === null) throw syntax(filter.slice(from, from + 20));
    const [, text, date, number, word, mark] = match;
    if (text !== undefined) found.push({ kind: 'text', text: text.slice(1, -1).replaceAll("''", "'") });
    else if (date !== undefined) found.push({ kind: 'date', text: date });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (word !== undefined) found.push({ kind: 'word', text: word });
    else found.push({ kind: 'mark', text: mark ?? '' });
  }
  return found;
}

/** Recursive descent: or, and, not, then one comparison, call, lambda or bracket. */
class Parser {
  #at = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  either(): Expression {
    let left = this.both();
    while (this.#takes('or')) left = { kind: 'or', left, right: this.both() };
    return left;
  }

  both(): Expression {
    let left = this.one();
    while (this.#takes('and')) left = { kind: 'and', left, right: this.one() };
    return left;
  }

  one(): Expression {
    if (this.#takes('not')) return { kind: 'not', of: this.one() };
    if (this.#takes('(')) {
      const inner = this.either();
      this.#need(')');
      return inner;
    }
    const path = this.#word();
    const name = functions.find((each) => each === path.toLowerCase());
    if (name !== undefined) return this.#call(name);
    if (/\/any$/i.test(path)) return this.#any(path.slice(0, -'/any'.length));
    const operator = operators.find((each) => this.#takes(each));
    if (operator === undefined) throw syntax(path);
    return { kind: 'compare', path, operator, value: this.#literal() };
  }

  end(): void {
    const left = this.#tokens[this.#at];
    if (left !== undefined) throw syntax(left.text);
  }

  #call(name: (typeof functions)[number]): Expression {
    this.#need('(');
    const path = this.#word();
    this.#need(',');
    const value = this.#literal();
    this.#need(')');
    if (typeof value !== 'string') throw syntax(String(value));
    return { kind: 'call', name, path, value };
  }

  #any(path: string): Expression {
    this.#need('(');
    this.#word();
    this.#need(':');
    const of = this.either();
    this.#need(')');
    return { kind: 'any', path, of };
  }

  #takes(text: string): boolean {
    const next = this.#tokens[this.#at];
    if (next === undefined || next.kind === 'text' || next.text.toLowerCase() !== text) return false;
    this.#at += 1;
    return true;
  }

  #need(text: string): void {
    if (!this.#takes(text)) throw syntax(this.#tokens[this.#at]?.text ?? 'the end');
  }

  #word(): string {
    const next = this.#tokens[this.#at];
    if (next?.kind !== 'word') throw syntax(next?.text ?? 'the end');
    this.#at += 1;
    return next.text;
  }

  #literal(): Literal {
    const next = this.#tokens[this.#at];
    if (next === undefined) throw syntax('the end');
    this.#at += 1;
    if (next.kind === 'text' || next.kind === 'date') return next.text;
    if (next.kind === 'number') return Number(next.text);
    const words = new Map<string, Literal>([
      ['null', null],
      ['true', true],
      ['false', false],
    ]);
    const value = words.get(next.text.toLowerCase());
    if (value === undefined) throw syntax(next.text);
    return value;
  }
}
