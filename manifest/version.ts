import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The app's version. It is the package's too, so whoever changes what Teams is told raises it in `package.json`. */
export const { version } = z
  .object({ version: z.string().regex(/^\d+\.\d+\.\d+$/) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')));
