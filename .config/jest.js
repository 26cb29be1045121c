// ESM throughout: jose is ESM only. swc strips the types; `npm run check` is what judges them.
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2024',
        experimental: { keepImportAttributes: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};
const project = (displayName, testEnvironment, testMatch) => ({
  displayName,
  rootDir: `${import.meta.dirname}/..`,
  testEnvironment,
  testMatch,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
});

export default {
  testTimeout: 60_000,
  // Jest would leave one core free, and most of a test here is waiting for another process.
  maxWorkers: 2,
  // Modules of a file that is done stay in its worker: after some fifty files of the tab it would run out of memory.
  workerIdleMemoryLimit: '1500MB',
  testSequencer: `${import.meta.dirname}/test-sequencer.js`,
  projects: [
    project('server', 'node', ['<rootDir>/tests/**/*.test.ts']),
    project('tab', 'jsdom', ['<rootDir>/tests/tab/**/*.test.tsx']),
  ],
};
