/**
 * `npm run lint`, second half: one direction of imports, no cycles (types included), no folder too
 * full to look through. The table is the architecture; README, "Architecture", says it in words.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { findCycle, folderOf, importsOf, mayImport } from './lib/import-rules.mjs';

/** Source files side by side in one folder, tests not counted. */
const mostFiles = 40;

const files = ['src', 'build', 'e2e'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(top, name.replaceAll('\\', '/')))
    .filter((name) => /\.tsx?$/.test(name)),
);
const imports = new Map(files.map((file) => [file, importsOf(file, readFileSync(file, 'utf8'))]));

const faults = [...imports].flatMap(([file, targets]) =>
  targets.flatMap((target) => {
    const why = mayImport(file, target);
    return why === null ? [] : [`${file}: imports ${target}. ${why}`];
  }),
);
const cycle = findCycle(imports);
if (cycle) faults.push(`A cycle: ${cycle.join(' → ')}`);
const counts = new Map();
for (const file of files) {
  if (/\.test\.tsx?$/.test(file)) continue;
  const folder = folderOf(file);
  counts.set(folder, (counts.get(folder) ?? 0) + 1);
}
for (const [folder, count] of counts) {
  if (count > mostFiles)
    faults.push(`${folder} has ${count} source files side by side; ${mostFiles} are the most.`);
}

for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`${files.length} files: imports go one way, no cycles.`);
process.exitCode = faults.length === 0 ? 0 : 1;
