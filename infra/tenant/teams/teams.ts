import { Hono } from 'hono';
import type { TeamsWorld } from '../teams-world.ts';
import { Changes } from './changes.ts';
import { Channel } from './channel.ts';
import { channelKeys } from './channel-keys.ts';
import { Chats } from './chats.ts';
import { connector } from './connector.ts';
import { forward } from './forward.ts';
import { pageApi } from './page-api.ts';
import { pageFiles } from './page-files.ts';
import { Roster } from './roster.ts';
import { Typing } from './typing.ts';

/**
 * Teams in a box: the page that behaves like Teams, the Bot Framework channel and connector behind it, and the way to the tab.
 * Answers at `/teams`, `/_teams/*`, `/botframework/*`, `/tab/*` and `/api/*`; leaves every other path alone.
 */
export function teams(world: TeamsWorld): Hono {
  const changes = new Changes();
  const typing = new Typing(changes);
  const chats = new Chats(world.database);
  const roster = new Roster(world);
  const channel = new Channel(world, chats, changes);
  const its = { world, chats, roster, typing, changes, channel };
  world.onReset(() => {
    chats.clear();
    changes.happened();
  });
  const app = new Hono();
  app.route('/botframework/.well-known', channelKeys(world));
  app.route('/botframework/v3', connector(its));
  app.route('/_teams', pageApi(its));
  app.route('/', pageFiles());
  app.route('/', forward(world));
  return app;
}
