import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../core/assumptions.ts';
import { buildRequest } from '../../core/build-request.ts';
import {
  bodyPlace,
  headerPlace,
  hostPlace,
  placesAffected,
  sourcesOf,
  targetPlace,
} from './request-sources.ts';

const xml = `<account>
  <username>johndow</username>
  <genericMediaUploadUrl>https://m.example/in?to=%to%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>u=%account[username]%&amp;f=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>X-To: %to%</genericMediaUploadCustomHeaders>
</account>`;

const media = { name: 'a.jpg', size: 1, declaredType: '', head: new Uint8Array([0xff, 0xd8, 0xff]) };
const built = buildRequest({
  xml,
  parameters: { to: '+1' },
  media,
  assumptions: defaultAssumptions,
  boundary: 'boundary',
});
const { request } = built;
const sourceText = (place: string) => {
  const range = sourcesOf(built).get(place)?.range;
  return range && xml.slice(range.start, range.end);
};

describe('the source of a place', () => {
  it('is the very text typed, or the parameter with its percent signs', () => {
    expect(sourceText(hostPlace(0))).toBe('https://m.example');
    expect(sourceText(targetPlace(0))).toBe('/in');
    const to = request?.targetPieces.findIndex(({ text }) => text === '%2B1') ?? -1;
    expect(sourceText(targetPlace(to))).toBe('%to%');
    expect(sourceText(headerPlace((request?.headers.length ?? 0) - 1, 0))).toBe('%to%');
  });

  it('of the media is where the template asks for it', () => {
    const segment = request?.body.findIndex(({ kind }) => kind === 'media') ?? -1;
    expect(sourceText(bodyPlace(segment))).toBe('%media_content%');
  });

  it('is worked out once for one request', () => {
    expect(sourcesOf(built)).toBe(sourcesOf(built));
  });
});

describe('a cursor in the Account XML', () => {
  it('in the value of a node affects the places that its parameter stands in', () => {
    const at = xml.indexOf('johndow') + 3;
    const affected = placesAffected(built, { start: at, end: at });
    expect(affected.map((place) => sourcesOf(built).get(place)?.label)).toEqual(['part u']);
  });

  it('in the name of a node affects none', () => {
    expect(placesAffected(built, { start: 4, end: 4 })).toEqual([]);
  });
});
