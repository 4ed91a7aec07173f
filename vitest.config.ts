import { defineConfig } from 'vitest/config';

/** What is awaited may take its time on a busy machine. Milliseconds. */
const shared = { environment: 'node', testTimeout: 30_000, expect: { poll: { timeout: 10_000 } } } as const;

/**
 * Pure code keeps nothing between its tests, so its files share a worker and what it has loaded;
 * each file that opens sockets or starts processes has a process of its own.
 */
export default defineConfig({
  test: {
    // Those with sockets mostly wait: three do the work of two cores.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          include: ['src/{core,assist,wire,app,editor,ui}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'sockets',
          include: ['src/{server,cli}/**/*.test.ts', 'scripts/**/*.test.mjs'],
          pool: 'forks',
        },
      },
    ],
  },
});
