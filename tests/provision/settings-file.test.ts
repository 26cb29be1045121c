import { parseEnv } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withSettings } from '../../infra/provision/settings-file.ts';

/** The settings file is somebody's own: what is written to it takes nothing else away. */

const name = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,12}$/);
const value = fc.stringMatching(/^[a-z0-9,.-]{1,20}$/);
const comment = fc.stringMatching(/^# [a-z =’]{0,20}$/);
const line = fc.oneof(
  comment,
  fc.constant(''),
  fc.tuple(name, value).map(([key, text]) => `${key}=${text}`),
  fc.tuple(name, value, comment).map(([key, text, says]) => `${key}=${text} ${says}`),
  name.map((key) => `export ${key}=`),
);
const file = fc.uniqueArray(line, { selector: (text) => text.split('=')[0] ?? text }).map((lines) => lines.join('\n'));
const values = fc.dictionary(name, value, { maxKeys: 5 });

test('every value stands in it then, and what it said of others still does', () => {
  fc.assert(
    fc.property(file, values, (text, wanted) => {
      expect(parseEnv(withSettings(text, wanted))).toEqual({ ...parseEnv(text), ...wanted });
    }),
  );
});

test('every comment is still there, in its order', () => {
  const comments = (text: string) => text.split('\n').flatMap((one) => /#.*$/.exec(one)?.[0] ?? []);
  fc.assert(
    fc.property(file, values, (text, wanted) => {
      expect(comments(withSettings(text, wanted))).toEqual(comments(text));
    }),
  );
});

test('written twice it is the same file', () => {
  fc.assert(
    fc.property(file, values, (text, wanted) => {
      const once = withSettings(text, wanted);
      expect(withSettings(once, wanted)).toBe(once);
    }),
  );
});
