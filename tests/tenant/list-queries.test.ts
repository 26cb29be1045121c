import { afterAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openSchool } from './school.ts';

/** Which items a query finds, and which queries SharePoint will not run. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

const newList = () =>
  school.newList(
    { name: 'Status', text: {}, indexed: true },
    { name: 'Due', dateTime: { format: 'dateTime' }, indexed: true },
    { name: 'Count', number: {}, indexed: true },
    { name: 'Done', boolean: {}, indexed: true },
    { name: 'Remark', text: {} },
  );
type Page = { readonly value: { readonly id: string }[]; readonly '@odata.nextLink'?: string };

/** The numbers of the items found, over all pages. */
async function found(list: string, query: string): Promise<number[]> {
  const ids: number[] = [];
  let next: string | undefined = `${list}/items?${query}`;
  while (next !== undefined) {
    const { status, body } = await school.graph('GET', next);
    expect(status).toBe(200);
    const page = body as Page; // as items are listed
    ids.push(...page.value.map(({ id }) => Number(id)));
    next = page['@odata.nextLink']?.replace('https://graph.microsoft.com/v1.0', '');
  }
  return ids;
}

async function many(list: string, count: number, fields: (at: number) => object): Promise<void> {
  const items = Array.from({ length: count }, (_, at) => fields(at));
  await school.ask('POST', `/_control/lists/${list.split('/').at(-1) ?? ''}/items`, { body: { items } });
}

test.each([
  ["fields/Status eq 'OPEN'", [1, 3]],
  ["fields/Status ne 'open'", [2]],
  ["fields/Due lt '2026-11-25T00:00:00Z'", [1, 2]],
  ['fields/Due ge 2026-11-25T00:00:00Z', [3]],
  ['fields/Due eq null', [4]],
  ['fields/Due ne null', [1, 2, 3]],
  ['fields/Count gt 1 and fields/Count le 3', [2, 3]],
  ["fields/Count eq 1 or fields/Status eq 'closed'", [1, 2]],
  ["(fields/Count eq 1 or fields/Count eq 3) and fields/Status eq 'open'", [1, 3]],
  ['fields/Done eq true', [2]],
  ["startswith(fields/Status,'clo')", [2]],
  ["startswith(fields/Status,'OP') and fields/Count gt 1", [3]],
  ["startswith(fields/Status,'open') or startswith(fields/Status,'c')", [1, 2, 3]],
  ["startswith(fields/Status,'pen')", []],
  ["startswith(fields/Status,'opened')", []],
  ["startswith(fields/Status,'%')", []],
  ["fields/Status eq 'it''s'", []],
  ['fields/id eq 2', [2]],
])('%s', async (filter, ids) => {
  const list = await newList();
  await school.newItem(list, { Status: 'open', Due: '2026-11-24T09:00:00Z', Count: 1, Done: false });
  await school.newItem(list, { Status: 'closed', Due: '2026-11-24T10:00:00Z', Count: 2, Done: true });
  await school.newItem(list, { Status: 'open', Due: '2026-11-25T09:00:00Z', Count: 3, Done: false });
  await school.newItem(list, {});
  expect(await found(list, `$filter=${encodeURIComponent(filter)}`)).toEqual(ids);
});

test.each([["$filter=fields/Remark eq 'x'"], ['$orderby=fields/Remark'], ["$filter=fields/Title eq 'x'"]])(
  'a column without an index is refused: %s',
  async (query) => {
    const list = await newList();
    expect(await school.graph('GET', `${list}/items?${query}`)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalidRequest', message: expect.stringContaining('it is not indexed') } },
    });
    const prefer = 'HonorNonIndexedQueriesWarningMayFailRandomly';
    expect(await school.graph('GET', `${list}/items?${query}`, { headers: { prefer } })).toMatchObject({ status: 200 });
  },
);

test('a column the list does not have is refused', async () => {
  const list = await newList();
  expect(await school.graph('GET', `${list}/items?$filter=fields/Stauts eq 'x'`)).toMatchObject({ status: 400 });
});

test('pages put together are the whole list in order, for whatever values and sizes', async () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { maxLength: 12 });
  const direction = fc.constantFrom('asc' as const, 'desc' as const);
  const whole = fc.asyncProperty(values, fc.integer({ min: 1, max: 5 }), direction, async (counts, size, order) => {
    await school.reset();
    const list = await newList();
    for (const Count of counts) await school.newItem(list, Count === null ? {} : { Count });
    const sign = order === 'asc' ? 1 : -1;
    const rank = (count: number | null) => (count ?? -1) * sign;
    const expected = counts.map((count, at) => ({ count, id: at + 1 })).sort((a, b) => rank(a.count) - rank(b.count));
    const ids = await found(list, `$orderby=fields/Count ${order}&$top=${size}`);
    expect(ids).toEqual(expected.map(({ id }) => id));
  });
  await fc.assert(whole, { numRuns: 30 });
});

test('a token of another making is refused', async () => {
  expect(await school.graph('GET', `${await newList()}/items?$skiptoken=page2`)).toMatchObject({ status: 400 });
});

test('once a list is large, a query must begin with an index that finds no more than 5,000', async () => {
  const list = await newList();
  await many(list, 5001, (at) => ({ Status: 'open', Count: at }));
  const tooMany = { status: 500, body: { error: { message: expect.stringContaining('list view threshold') } } };
  const asked = (query: string, headers = {}) => school.graph('GET', `${list}/items?${query}`, { headers });
  expect(await asked("$filter=fields/Status eq 'open'")).toMatchObject(tooMany);
  expect(await asked("$filter=fields/Status eq 'open' and fields/Count lt 10")).toMatchObject(tooMany);
  const prefer = 'HonorNonIndexedQueriesWarningMayFailRandomly';
  expect(await asked("$filter=fields/Remark eq 'x'", { prefer })).toMatchObject(tooMany);
  expect(await found(list, "$filter=fields/Count lt 10 and fields/Status eq 'open'&$top=4")).toHaveLength(10);
  expect(await asked("$filter=startswith(fields/Status,'op') and fields/Count lt 10")).toMatchObject(tooMany);
  expect(await found(list, "$filter=startswith(fields/Status,'c') and fields/Count lt 10")).toEqual([]);
  // Two bounds of one column are one span of its index, wherever the second is named.
  expect(await asked('$filter=fields/Count ge 1')).toMatchObject({ status: 200 });
  expect(await asked('$filter=fields/Count ge 0')).toMatchObject(tooMany);
  expect(await found(list, '$filter=fields/Count ge 0 and fields/Count lt 3')).toEqual([1, 2, 3]);
  const span = "$filter=fields/Count ge 0 and fields/Status eq 'open' and fields/Count lt 3";
  expect(await found(list, span)).toEqual([1, 2, 3]);
  expect(await asked('$orderby=fields/Count desc&$top=1')).toMatchObject({
    status: 200,
    body: { value: [{ id: '5001' }] },
  });
  expect(await found(list, '$top=5000')).toHaveLength(5001);
});
