import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSession } from '../test/session-for-test.ts';
import { isLink, readLink } from './links.ts';
import { applyPrefill, readPrefill } from './prefill.ts';

const xml = '<account><genericMediaUploadUrl>https://h/?a=b&amp;c=%to%</genericMediaUploadUrl></account>';

describe('a link that a portal writes', () => {
  it('has every value percent-encoded', () => {
    const fragment = `xml=${encodeURIComponent(xml)}&to=%2B420777&description=a%20%C5%BE&method=put&assume=url-encoding:form&assume=sms-to%3Aunknown&account=2&locale=cs-CZ&example=clip`;
    expect(readLink(`https://play.example/#${fragment}`)).toEqual({
      kind: 'prefill',
      xml,
      parameters: { to: '+420777', description: 'a ž' },
      method: 'put',
      assumptions: { 'url-encoding': 'form', 'sms-to': 'unknown' },
      account: 2,
      locale: 'cs-CZ',
      example: 'clip',
      faults: [],
    });
  });

  it.each([
    ['to=1&to=2', ['to stands there twice: the first one was taken.']],
    ['to=%E9', ['The value of to is not percent-encoded UTF-8, and was not taken.']],
    ['to=1&method=GET', ['method is neither POST nor PUT, and was not taken.']],
    ['to=1&account=0', ['account is no number of an account, which begin with 1, and was not taken.']],
    ['to=1&assume=url-encoding:x', ['No assumption is “url-encoding:x”: write assume=ID:OPTION.']],
    ['to=1&assume=x', ['No assumption is “x”: write assume=ID:OPTION.']],
    [`to=1&locale=${'x'.repeat(200)}`, ['locale is longer than a locale is, and was not taken.']],
    [`to=1&xml=${'x'.repeat(1_100_000)}`, ['xml is longer than 1 MiB, and was not taken.']],
  ])('says what of it was not taken: %.40s', (fragment, faults) => {
    expect(readPrefill(fragment).faults).toEqual(faults);
  });

  it('names what means nothing', () => {
    expect(readPrefill('to=1&send=now&utm_source=x').faults).toHaveLength(2);
    expect(readPrefill(`to=1${'&a=b'.repeat(1000)}`).faults.length).toBeLessThan(300);
    expect([isLink('#send=now'), isLink('#to=1'), isLink('#a=b&xml=')]).toEqual([false, true, true]);
  });

  it('is put on what is there, and its method into the Account XML', () => {
    const there = { ...plainSession, parameters: { to: '1', own: 'x' }, account: 3, locale: 'cs' };
    const { session } = applyPrefill(readPrefill('to=2&description=d&example=clip'), there);
    expect(session).toEqual({
      ...there,
      parameters: { to: '2', own: 'x', description: 'd' },
      media: { example: 'clip', name: null, type: null },
    });
    const other = applyPrefill(readPrefill(`xml=${encodeURIComponent(xml)}&method=put`), there);
    expect(other).toMatchObject({ session: { parameters: {}, account: 1, locale: '' }, faults: [] });
    expect(other.session.xml).toBe(
      xml.replace('</account>', '<genericMediaUploadMethod>PUT</genericMediaUploadMethod></account>'),
    );
    expect(applyPrefill(readPrefill('xml=x&method=put'), there).faults).toEqual([
      expect.stringMatching(/^The method could not be set\. /),
    ]);
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'xmltoacn=&%2B:#;\u0000ž', 'xml=', 'assume=') }),
        (text) => {
          const prefill = readPrefill(text);
          applyPrefill(prefill, plainSession);
          readLink(`#${text}`);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
