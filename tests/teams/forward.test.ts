import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Box, openBox } from './box.ts';

/** Do the tab and its API reach the product's server from the page's own origin, and nothing else of it? */

let box: Box;
beforeAll(async () => {
  box = await openBox({
    others: (app) => {
      app.all('/api/echo', async (c) =>
        c.json(
          {
            method: c.req.method,
            query: c.req.query('of'),
            authorization: c.req.header('authorization'),
            body: await c.req.text(),
          },
          418,
          {
            'x-answer': 'kept',
          },
        ),
      );
      app.get('/tab/', (c) => c.html('<h1>Tab</h1>'));
      app.get('/tab/slowly', () => new Response(slowly(), { headers: { 'content-type': 'text/plain' } }));
      app.get('/healthz', (c) => c.text('ok'));
    },
  });
});
afterAll(() => box.close());

let release: () => void = () => undefined;
function slowly(): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('first'));
      release = () => {
        controller.enqueue(new TextEncoder().encode('second'));
        controller.close();
      };
    },
  });
}

test('a request of the tab passes with its method, query, headers and body, and the answer with its own', async () => {
  const init = { method: 'PUT', headers: { authorization: 'Bearer x' }, body: 'hello' };
  const response = await fetch(`${box.url}/api/echo?of=all`, init);
  expect(response.status).toBe(418);
  expect(response.headers.get('x-answer')).toBe('kept');
  expect(await response.json()).toEqual({ method: 'PUT', query: 'all', authorization: 'Bearer x', body: 'hello' });
});

test('the tab’s page comes from the server', async () => {
  expect((await box.get('/tab/')).body).toBe('<h1>Tab</h1>');
  expect((await box.get('/tab')).body).toBe('<h1>Tab</h1>');
});

test('an answer streams through before it has ended', async () => {
  const response = await fetch(`${box.url}/tab/slowly`);
  const chunks: string[] = [];
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    chunks.push(chunk);
    if (chunk === 'first') release();
  }
  expect(chunks).toEqual(['first', 'second']);
});

test('the bot’s door is not open to a browser', async () => {
  expect((await box.post('/api/messages', { type: 'message' })).status).toBe(404);
  expect(box.bot.heard).toEqual([]);
});

test('nothing else of the server is to be had through the tenant', async () => {
  expect((await box.get('/healthz')).status).toBe(404);
});

test('a server that is down is a bad gateway, in plain words', async () => {
  await box.bot.close();
  expect(await box.get('/api/me')).toEqual({ status: 502, body: 'Chaperone’s server is not answering.' });
});
