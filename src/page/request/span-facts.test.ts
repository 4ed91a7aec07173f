import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentEncode } from '../../core/template/percent-encoding.ts';
import { buildFor, type ShortRequest } from '../../test/build-for-test.ts';
import { sourcesOf } from './request-sources.ts';
import { type SpanFacts, spanFacts } from './span-facts.ts';

/** The card of the first span that is labelled so and shows `sent`. */
function cardOf(short: ShortRequest, label: string, sent: string): SpanFacts {
  const built = buildFor(short);
  for (const place of sourcesOf(built).keys()) {
    const facts = spanFacts(built, place);
    if (facts?.label === label && facts.sent === sent) return facts;
  }
  throw new Error(`No span ${label}: ${sent}`);
}

const url = 'https://e.example/in?to=%to%&p=%account[password]%&s=%sms_to%&h=%sha1(%account[password]%)%';
const short: ShortRequest = {
  nodes: { username: 'john', password: 'p w' },
  url,
  headers: 'X-To: %to%\nX-No: %nope%',
  data: 'a+b=c%20d&from=%account[username]%&none=%imei%&gone=%account[gone]%&size=%media_size%&file=%media_content%',
  params: { to: '+420 1' },
};

describe('the card of a span', () => {
  it('has the value, how it was encoded here and where it comes from', () => {
    expect(cardOf(short, 'URL', '%2B420%201')).toMatchObject({
      kind: 'parameter',
      parameter: 'to',
      value: '+420 1',
      encoding: 'Percent-encoded for the URL.',
      from: 'the field “to”, set by you',
      node: 'genericMediaUploadUrl',
      line: 1,
      edit: { kind: 'field', parameter: 'to' },
      rules: ['TPL-1', 'TPL-8'],
      assumptions: ['url-encoding'],
    });
    expect(cardOf(short, 'header X-To', '+420 1')).toMatchObject({
      encoding: 'Put in as it is, in UTF-8.',
      rules: ['TPL-1', 'TPL-11'],
      assumptions: [],
    });
  });

  it('leads to the node that holds the value, to the field where there is none, and to a template', () => {
    const { xml } = buildFor(short);
    const written = ({ edit }: SpanFacts) =>
      edit?.kind === 'xml' ? xml.slice(edit.range.start, edit.range.end) : edit;
    const node = cardOf(short, 'part from', 'john');
    expect([node.from, written(node)]).toEqual(['<username>, line\u00A01', 'john']);
    const unset = cardOf(short, 'part none', '');
    expect([unset.from, written(unset)]).toEqual([
      'not set, so it is empty',
      { kind: 'field', parameter: 'imei' },
    ]);
    const gone = cardOf(short, 'part gone', '');
    expect([gone.from, written(gone)]).toEqual(['no such node, so it is empty', '%account[gone]%']);
    expect(cardOf(short, 'part size', '9').from).toBe('the media');
    const typed = cardOf(short, 'part name', 'a b');
    expect([typed.from, written(typed), typed.encoding, typed.rules]).toEqual([
      null,
      'a+b',
      'Form-decoded: + is sent as a space, %HH as that byte.',
      ['MP-2', 'MP-6'],
    ]);
    expect(cardOf(short, 'part file', 'a.jpg')).toMatchObject({ kind: 'media', edit: null });
  });

  it('says of an unknown parameter what the problem says', () => {
    expect(cardOf(short, 'header X-No', '%nope%')).toMatchObject({
      kind: 'unknown',
      value: null,
      encoding: expect.stringMatching(/^Unknown parameter %nope%: sent literally\./),
      rules: ['TPL-5'],
      assumptions: ['unknown-parameter'],
    });
  });

  it('hides a password, its hash, and what would tell its characters', () => {
    const secret = cardOf(short, 'URL', 'p%20w');
    expect(secret.hides).toEqual({ value: true, sent: true });
    expect(secret.encoding).toBe('Percent-encoded for the URL.');
    expect(cardOf({ ...short, nodes: { password: 'pw' } }, 'URL', 'pw').encoding).toBe(secret.encoding);
    const hash = cardOf(short, 'URL', shaOf());
    expect(hash).toMatchObject({ kind: 'call', value: null, hides: { value: true, sent: true } });
    const masked = cardOf({ ...short, url: url.replace('https', 'http') }, 'URL', '********');
    expect(masked.hides).toEqual({ value: true, sent: false });
    expect(masked.rules).toEqual(['TPL-2', 'TPL-6']);
  });

  it('tells the recipient under its other name, and number rewriting', () => {
    const rewritten = {
      url: 'https://e.example/?a=%sms_to%',
      params: { to: '777' },
      extra: '<rewriting><rule><actions><action type="prepend" param="00"/></actions></rule></rewriting>',
    };
    expect(cardOf(rewritten, 'URL', '00777')).toMatchObject({
      from: 'the field “to”, set by you: number rewriting made it of 777',
      rules: ['TPL-1', 'TPL-7', 'REW-4', 'TPL-8'],
      assumptions: ['sms-to'],
    });
  });

  it('is there for every span of any request, and the value encoded is what is sent', () => {
    const value = fc.string({ unit: 'binary', maxLength: 20 });
    const property = fc.property(value, value, (to, own) => {
      const built = buildFor({ ...short, params: { to, mine: own }, headers: `X-Mine: %mine%` });
      for (const place of sourcesOf(built).keys()) {
        const facts = spanFacts(built, place);
        expect(facts).not.toBeNull();
        if (facts?.label === 'URL' && facts.value !== null)
          expect(facts.sent).toBe(percentEncode(facts.value));
      }
    });
    fc.assert(property, { numRuns: 15 });
  });
});

function shaOf(): string {
  const built = buildFor(short);
  const piece = built.request?.targetPieces.find(
    ({ origin }) => origin.kind === 'parameter' && origin.parameter.startsWith('sha1('),
  );
  return piece?.text ?? '';
}
