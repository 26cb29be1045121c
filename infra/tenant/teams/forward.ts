import { type Context, Hono } from 'hono';
import { proxy } from 'hono/proxy';
import type { TeamsWorld } from '../teams-world.ts';
import { isNoAnswer } from './no-answer.ts';

/**
 * Passes the tab and its API on to the product's server, so that the tab has the page's own origin and teams-js trusts its host.
 * The bot's door is not passed on: Teams never lets a browser near it.
 */
export function forward(world: TeamsWorld): Hono {
  const app = new Hono();
  app.all('/api/messages', (c) => c.notFound());
  app.all('/api/*', (c) => pass(world, c));
  app.all('/tab', (c) => c.redirect('/tab/', 308));
  app.all('/tab/*', (c) => pass(world, c));
  return app;
}

async function pass(world: TeamsWorld, c: Context): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  try {
    return await proxy(`${world.serverUrl()}${pathname}${search}`, { raw: c.req.raw, redirect: 'manual' });
  } catch (fault) {
    if (isNoAnswer(fault)) return c.text('Chaperone’s server is not answering.', 502);
    throw fault;
  }
}
