import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../core/assumptions.ts';
import { buildRequest } from '../../core/build-request.ts';
import { textOf } from '../../core/source/provenance.ts';
import { mediaOf, sampleSource } from '../media/media.ts';
import { samples } from '../media/samples.ts';
import { type Example, examplesFor } from './examples.ts';

const origin = 'http://127.0.0.1:4173';
const examples = examplesFor(origin);

function build({ xml, parameters }: Example) {
  const media = mediaOf(sampleSource(samples.photo, true, null), null, null);
  return buildRequest({
    xml,
    parameters,
    media,
    assumptions: defaultAssumptions,
    boundary: '0123456789-boundary',
  });
}

const severe = (example: Example) =>
  build(example)
    .diagnostics.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('the examples', () => {
  it.each(examples)('$title goes to the demo media server without an error', (example) => {
    const { request, diagnostics } = build(example);
    expect(request?.url).toMatch(/^http:\/\/127\.0\.0\.1:4173\/demo\/upload\?reply=(xml|json)/);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('begin with good practice: nothing to warn of, and each parameter in its places', () => {
    const [first] = examples;
    expect(severe(first)).toEqual([]);
    const { request, parameters } = build(first);
    const names = parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['account[username]', 'to', 'description', 'media_size']));
    expect(textOf(request?.targetPieces ?? [])).toContain('to=%2B420777123456');
    expect(request?.parts.map(({ name }) => name)).toEqual(['from', 'to', 'description', 'file']);
    expect(request?.headers.at(-1)?.value).toBe('Sunset over the lake');
  });

  it('cover the four cases of the documentation', () => {
    const asked = examples.slice(0, 4).map((example) => {
      const request = build(example).request;
      const query = new URL(request?.url ?? '').searchParams;
      return [request?.method, query.get('reply'), query.get('status')];
    });
    expect(asked).toEqual([
      ['POST', 'xml', null],
      ['PUT', 'json', null],
      ['POST', 'xml', '402'],
      ['POST', 'json', '406'],
    ]);
  });

  it('say honestly that the password is masked without https', () => {
    const [, put] = examples;
    expect(put && severe(put)).toContain('TPL-6');
  });

  it('show the words of the documentation with what is wrong in them', () => {
    const last = examples.find(({ id }) => id === 'documentation');
    expect(last && severe(last)).toEqual(expect.arrayContaining(['TPL-6', 'TPL-7']));
  });

  it.each(examples.slice(5))('of providers are sound, and each shows its feature: $title', (example) => {
    const { request, diagnostics, rewriting } = build(example);
    // Plain http is the demo server's own affair, and to show sha1 it is the point.
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const shown: Readonly<Record<string, boolean>> = {
      'query-only': request?.parts.length === 1 && request.target.includes('text=Sunset%20over'),
      'put-localised': request?.method === 'PUT' && request.target.endsWith('app=Mountain%20Phone'),
      'token-header': request?.headers.some(({ value }) => value === 'Bearer Zk3v-41mQ-8rTx') === true,
      'sha1-http': request?.parts.some(({ name }) => name === 'digest') === true,
      rewriting: rewriting?.to === '00420777123456@mms.valley.example',
    };
    expect(shown[example.id]).toBe(true);
  });
});
