import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bill } from './bill.ts';

// Part of `npm run build`.
const dist = resolve(import.meta.dirname, '..', '..', 'dist');
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, 'sbom.json'), `${JSON.stringify(bill(), null, 2)}\n`);
