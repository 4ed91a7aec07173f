/** `npm run bench`: what the playground costs, with the machine and the fixtures named. */
import { cpus, totalmem } from 'node:os';
import { benchCheck } from './bench/check.mjs';
import { benchChecking } from './bench/checking.mjs';
import { benchFirstPaint } from './bench/first-paint.mjs';
import { benchHistory } from './bench/history.mjs';
import { benchKeeping } from './bench/keeping.mjs';
import { benchPipeline } from './bench/pipeline.mjs';
import { benchSizes } from './bench/sizes.mjs';
import { benchTyping } from './bench/typing.mjs';
import { ensureBuilt } from './lib/ensure-built.mjs';

await ensureBuilt();
const [cpu] = cpus();
const memory = Math.round(totalmem() / 2 ** 30);
console.log(
  `Machine: ${cpu?.model ?? 'unknown CPU'}, ${cpus().length} cores, ${memory} GiB; ${process.platform}, Node ${process.version}\n`,
);
await benchPipeline();
console.log();
await benchCheck();
console.log();
await benchTyping();
console.log();
await benchChecking();
console.log();
await benchHistory();
await benchKeeping();
console.log();
const loaded = await benchFirstPaint();
console.log();
benchSizes(loaded);
