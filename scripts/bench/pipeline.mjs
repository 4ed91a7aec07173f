/** How long the whole request takes to follow one keystroke in the Account XML. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { build } from 'vite';
import { root } from '../lib/ensure-built.mjs';
import { accountXml } from './account-xml.mjs';
import { median, ms, quantile, takeTurns } from './timing.mjs';

export async function benchPipeline() {
  const { buildRequest, defaultAssumptions } = await bundleCore();
  const inputs = {
    parameters: { to: '+420777123456', description: 'Sunset over the lake' },
    media: {
      name: 'sunset.jpg',
      size: 456_789,
      declaredType: '',
      head: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
    },
    assumptions: defaultAssumptions,
    boundary: 'f2b1c0d9e8a7b6c5d4e3f201',
  };
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
  const cases = [
    { name: '2 kB', size: 2048, rounds: 2000, warmUp: 500 },
    { name: '1 MiB', size: 1024 * 1024, rounds: 60, warmUp: 10 },
  ];
  for (const { name, size, rounds, warmUp } of cases) {
    const text = accountXml(size);
    // Each round types another character at the same place: nothing can be answered from a cache.
    const typed = (/** @type {number} */ round) => text.replace('CURSOR', `CURS${(round % 90) + 10}`);
    const check = buildRequest({ ...inputs, xml: typed(0) });
    if (!check.request || check.diagnostics.some((found) => found.severity === 'error'))
      throw new Error(
        `the fixture of ${name} builds no clean request: ${JSON.stringify(check.diagnostics[0])}`,
      );
    const times = takeTurns(
      {
        pipeline: (round) => buildRequest({ ...inputs, xml: typed(round) }),
        referee: (round) => parser.parse(typed(round)),
      },
      { rounds, warmUp },
    );
    const nodes = text.split('<node').length - 1;
    console.log(
      `${name} Account XML (${Buffer.byteLength(text)} bytes, ${nodes} nodes besides the service's), after one keystroke`,
    );
    console.log(
      `  XML to request: median ${ms(median(times.pipeline))}, p95 ${ms(quantile(times.pipeline, 0.95))}`,
    );
    console.log(
      `  fast-xml-parser on the same text: median ${ms(median(times.referee))}; ` +
        `ours takes ${(median(times.pipeline) / median(times.referee)).toFixed(2)} of that`,
    );
  }
}

/** The core as plain modules, minified as the page gets it. */
async function bundleCore() {
  const outDir = mkdtempSync(join(tmpdir(), 'playground-bench-'));
  const input = {
    'build-request': join(root, 'src', 'core', 'build-request.ts'),
    assumptions: join(root, 'src', 'core', 'assumptions.ts'),
  };
  const output = { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' };
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: true, minify: true, outDir, emptyOutDir: false, rollupOptions: { input, output } },
  });
  try {
    const load = (/** @type {string} */ name) => import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
    return { ...(await load('build-request')), ...(await load('assumptions')) };
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
