import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../core/assumptions.ts';
import { judgeResponse } from '../core/response/judge.ts';
import { lenientReasons } from './lenient-reading.ts';

function said(body: string, { status = 200, type = 'text/xml' } = {}): readonly string[] {
  const judged = judgeResponse({
    status,
    headers: [['Content-Type', type]],
    body: Buffer.from(body),
    assumptions: defaultAssumptions,
  });
  return lenientReasons(judged, status).map(({ text }) => text);
}
const rest = 'Which parser the app has is unknown, so this does not change the verdict.';

describe('the lenient reading beside the verdict', () => {
  it.each([
    '<response><media_url>https://a/?b&c</media_url></response>',
    '<response><media_url>https://a/?b&c</media_url>',
    '<response><media_url>https://a/?b&c</media_url></response><response/>',
    '<response><b></c><media_url>https://a/?b&c</media_url></response>',
    '<?xml version="1.0"?>\n<!-- a -- b --><ns:response><x:media_url><![CDATA[https://a/?b&c]]></x:media_url></ns:response>',
  ])('names the field in a body that is not well-formed: %s', (body) => {
    expect(said(body)).toEqual([
      `A lenient parser (fast-xml-parser) reads: media_url = "https://a/?b&c", at /response/media_url. ${rest}`,
    ]);
  });

  it('looks for the message where the status is not 2xx', () => {
    expect(said('<r><message>No & no</message><media_url>u</media_url></r>', { status: 402 })).toEqual([
      `A lenient parser (fast-xml-parser) reads: message = "No & no", at /r/message. ${rest}`,
    ]);
  });

  it('keeps numbers and names to the letter', () => {
    expect(said('<constructor><media_url> 007 </media_url></constructor>&')[0]).toContain(
      'media_url = "007", at /constructor/media_url.',
    );
    expect(said('<__proto__><media_url>1e3</media_url></toString>')[0]).toContain(
      'media_url = "1e3", at /__proto__/media_url.',
    );
  });

  it('says that it finds no field either, and where it gives up', () => {
    expect(said('<response><media_url>https://a/')).toEqual([
      `A lenient parser (fast-xml-parser) finds no media_url with a value either. ${rest}`,
    ]);
    expect(said('<response><media_url>https://a/</media_url></response')).toEqual([
      `A lenient parser (fast-xml-parser) gives up on this body. ${rest}`,
    ]);
  });

  it('says where it gives up on what is well-formed', () => {
    expect(said("<?note it's?><r><media_url>https://a/</media_url></r>")).toEqual([
      `A lenient parser (fast-xml-parser) gives up on this body. ${rest}`,
    ]);
  });

  it('says that a malformed body is too long for it', () => {
    const long = (end: string) => `<r><media_url>u</media_url>${'<a/>'.repeat(70_000)}${end}`;
    expect(said(long(''))).toEqual([expect.stringContaining('longer than 262144 characters')]);
    expect(said(long('</r>'))).toEqual([]);
  });

  it.each([
    ['both read the same', '<r><media_url>\n https://a/&#63;b </media_url></r>', {}],
    ['neither finds one', '<r><media_url/></r>', {}],
    ['a web page has no such tag', '<html><p>media_url & <br></html>', {}],
    ['JSON is read', '{"media_url": "<media_url>"}', { type: 'application/json' }],
    ['JSON is malformed', '{"media_url": "<media_url>"', { type: 'application/json' }],
    ['there is no body', '', {}],
    ['the status allows no body', '<r><media_url>u</media_url>', { status: 204 }],
  ])('adds nothing where %s', (_, body, options) => {
    expect(said(body, options)).toEqual([]);
  });
});
