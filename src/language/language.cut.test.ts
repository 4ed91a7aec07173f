import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultAssumptions } from '../core/assumptions.ts';
import { type BuiltRequest, buildRequest } from '../core/build-request.ts';
import type { Range } from '../core/source/diagnostics.ts';
import { affectedPlaces } from './affected-places.ts';
import { completeAt } from './completion.ts';
import { hoverAt } from './hover.ts';

const folder = join(import.meta.dirname, '..', 'test', 'fixtures', 'account-xml');

test.each(readdirSync(folder))('%s cut at every offset is answered or left alone, never a crash', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  for (let end = 0; end <= text.length; end += 1) {
    const cut = text.slice(0, end);
    expectSound(cut, end, build(cut));
  }
});

test.each(readdirSync(folder))('%s is answered at every offset', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const built = build(text);
  for (let offset = 0; offset <= text.length; offset += 1) expectSound(text, offset, built);
});

test('a text that is a keystroke ahead of the request is answered the same', () => {
  const text = readFileSync(join(folder, 'photo-and-clip.xml'), 'utf8');
  const after = build(text.replace('%media_size%', ''));
  const current = build(text);
  for (let offset = 0; offset <= text.length; offset += 7)
    expect(completeAt(text, offset, after)).toEqual(completeAt(text, offset, current));
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
function expectSound(text: string, offset: number, built: BuiltRequest): void {
  const completions = completeAt(text, offset, built);
  if (completions.items.length > 0) expectAround(text, offset, completions.replace);
  const hover = hoverAt(text, offset, built);
  if (hover) expectAround(text, offset, hover.range);
  for (const { origin } of affectedPlaces(built, { start: offset, end: offset }))
    expectIn(text, origin.range);
}

function expectAround(text: string, offset: number, { start, end }: Range): void {
  if (!(start >= 0 && start <= offset && offset <= end && end <= text.length))
    expect.fail(`${start} to ${end} does not hold ${offset} in ${JSON.stringify(text)}`);
}

function expectIn(text: string, { start, end }: Range): void {
  if (!(start >= 0 && start <= end && end <= text.length)) expect.fail(`${start} to ${end} is outside`);
}
