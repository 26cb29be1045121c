import { z } from 'zod';
import { appToken, onlooker } from '../../infra/demo/promises.ts';
import type { Site } from '../school.ts';

/** The register's lists as anybody with rights to the SharePoint site can read and edit them: past the product, through Graph. */

const Item = z.object({ id: z.string(), eTag: z.string(), fields: z.record(z.string(), z.unknown()) });
export type Item = z.infer<typeof Item>;
const Items = z.object({ value: z.array(Item) });
const Columns = z.object({
  value: z.array(
    z.looseObject({ id: z.string(), name: z.string(), indexed: z.boolean(), enforceUniqueValues: z.boolean() }),
  ),
});

const Named = z.object({ value: z.array(z.looseObject({ displayName: z.string() })) });

export type ListName = 'Meetings' | 'Guests' | 'Log' | 'Records' | 'Agreements' | 'Access';
export type Lists = Awaited<ReturnType<typeof openLists>>;

export async function openLists({ tenant, config, environment }: Site) {
  // Whoever may make and take away lists: the server's own app may not.
  const { ADMIN_APP_ID = '', ADMIN_APP_SECRET = '' } = environment;
  const admin = { tenantId: config.tenantId, appId: ADMIN_APP_ID, appSecret: ADMIN_APP_SECRET };
  const token = await appToken(tenant.url, admin);
  const lists = `${tenant.url}/v1.0/sites/${config.siteId}/lists`;

  async function asked(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${lists}${path === '' || path.startsWith('?') ? '' : '/'}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    const text = await answer.text();
    return text === '' ? null : JSON.parse(text);
  }

  const all = async (): Promise<readonly string[]> =>
    Named.parse(await asked('GET', `?${onlooker}`)).value.map((list) => list.displayName);

  return {
    /** None when the list has not been made yet. */
    rows: async (list: ListName): Promise<readonly Item[]> =>
      (await all()).includes(list)
        ? Items.parse(await asked('GET', `${list}/items?$expand=fields&$top=500&${onlooker}`)).value
        : [],
    all,
    columns: async (list: ListName) => Columns.parse(await asked('GET', `${list}/columns`)).value,
    /** Whatever the row holds now, as a person in the browser does it. */
    edit: (list: ListName, id: string, fields: Record<string, unknown>) =>
      asked('PATCH', `${list}/items/${id}/fields?${onlooker}`, fields),
    add: (list: ListName, fields: Record<string, unknown>) => asked('POST', `${list}/items`, { fields }),
    remove: (list: ListName, id: string) => asked('DELETE', `${list}/items/${id}`),
    make: (list: ListName, columns: readonly object[]) =>
      asked('POST', '', { displayName: list, columns, list: { template: 'genericList' } }),
    takeAway: (list: ListName) => asked('DELETE', list),
    /** SharePoint cannot rename what Graph calls a column: whoever wants another name makes another column. */
    renameColumn: async (list: ListName, column: string, to: string) => {
      const { value } = Columns.parse(await asked('GET', `${list}/columns`));
      const id = value.find(({ name }) => name === column)?.id ?? '';
      await asked('DELETE', `${list}/columns/${id}`);
      return asked('POST', `${list}/columns`, { name: to, displayName: to, text: {} });
    },
  };
}
