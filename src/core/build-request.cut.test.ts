import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeDocument } from './account/document-encoding.ts';
import { defaultAssumptions } from './assumptions.ts';
import { type BuiltRequest, buildRequest } from './build-request.ts';

const folder = join(import.meta.dirname, '..', 'test', 'fixtures', 'account-xml');

test.each(readdirSync(folder))('%s cut at every offset is read without an exception', (file) => {
  const { text } = decodeDocument(readFileSync(join(folder, file)));
  for (let end = 0; end <= text.length; end += 1) {
    const xml = text.slice(0, end);
    expectSound(build(xml), xml);
    // The other half: what is left when the start is deleted.
    const rest = text.slice(end);
    expectSound(build(rest), rest);
  }
});

test.each(readdirSync(folder))('%s cut at every byte is decoded without an exception', (file) => {
  const bytes = readFileSync(join(folder, file));
  for (let end = 0; end <= bytes.length; end += 1) {
    const { text } = decodeDocument(bytes.subarray(0, end));
    expect(text.length).toBeLessThanOrEqual(end);
  }
});

function build(xml: string): BuiltRequest {
  return buildRequest({
    xml,
    parameters: { to: '+420777123456', description: 'Sunset' },
    media: { name: 'a.jpg', size: 3, declaredType: '', head: Uint8Array.of(0xff, 0xd8, 0xff) },
    assumptions: defaultAssumptions,
    boundary: 'boundary',
  });
}

/** Cheap checks without `expect`, which is too slow for thousands of rounds. */
function expectSound({ request, diagnostics }: BuiltRequest, xml: string): void {
  for (const { range, message } of diagnostics) {
    if (range && !(range.start >= 0 && range.start <= range.end && range.end <= xml.length))
      expect.fail(`${JSON.stringify(range)} lies outside ${JSON.stringify(xml)}: ${message}`);
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (request === null && errors.length === 0)
    expect.fail(`no request and no error for ${JSON.stringify(xml)}`);
}
