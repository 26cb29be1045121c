import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const built = join(import.meta.dirname, '../../../dist/teams');
const buildCommand = 'npm run build';
const notBuilt = `<!doctype html><html lang="en-GB"><title>Teams in a box</title>
<h1>This page has not been built yet</h1><p>Run <code>${buildCommand}</code> in the project’s folder, then reload.</p></html>`;

/** The page itself, as Vite built it. Its policy lets nothing be fetched from beyond this machine. */
export function pageFiles(): Hono {
  const app = new Hono();
  app.use('/teams/*', secureHeaders({ contentSecurityPolicy: policy, crossOriginOpenerPolicy: false }));
  app.get('/teams', async (c) => {
    if (!existsSync(join(built, 'index.html'))) return c.html(notBuilt, 503);
    c.header('cache-control', 'no-store');
    return c.html(await readFile(join(built, 'index.html'), 'utf8'));
  });
  app.get('/teams/assets/*', (c, next) => (existsSync(built) ? assets()(c, next) : next()));
  return app;
}

/** Made when asked for: it complains on the console about a folder that is not there yet. */
function assets() {
  return serveStatic({ root: built, rewriteRequestPath: (path) => path.slice('/teams'.length) });
}

// Fluent writes its styles into the page as it runs, hence 'unsafe-inline'.
const policy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  frameSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
};
