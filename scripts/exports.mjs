// `npm run exports`: every exact export, run by its own program, for 100 configurations (`npm test`: 8); over TLS for 25.
import { spawnSync } from 'node:child_process';

const runs = process.argv[2] ?? '100';
const { status } = spawnSync('npx', ['vitest', 'run', 'src/exports/exact'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PLAYGROUND_EXPORT_RUNS: runs },
});
process.exitCode = status ?? 1;
