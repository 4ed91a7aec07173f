import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFor, escapeXml, withFix } from '../../test/build-for-test.ts';
import { applyEdits } from './edit-account.ts';

const data = (written: string, rest = '') =>
  `<account><genericMediaUploadUrl>https://e.example/</genericMediaUploadUrl>${rest}<genericMediaUploadMultipartData>${written}</genericMediaUploadMultipartData></account>`;

/** All ACC-10 fixes at once, as "fix all" makes them. */
function fixedAll(xml: string): string {
  const fixes = buildFor({ xml }).diagnostics.filter(({ rule }) => rule === 'ACC-10');
  return applyEdits(
    xml,
    fixes.flatMap(({ fix }) => fix?.edits ?? []),
  );
}

describe('an entity that is left after decoding (ACC-10)', () => {
  it.each([
    ['a=1&amp;amp;b=2&amp;f=%media_content%', '&amp;amp;', 'a=1&amp;b=2&amp;f=%media_content%'],
    ['a=1&amp;amp;amp;f=%media_content%', '&amp;amp;amp;', 'a=1&amp;f=%media_content%'],
    ['a=1&#38;amp;f=%media_content%', '&#38;amp;', 'a=1&amp;f=%media_content%'],
    ['a=1&amp;#38;f=%media_content%', '&amp;#38;', 'a=1&#38;f=%media_content%'],
    ['a=1&amp;#x26;f=%media_content%', '&amp;#x26;', 'a=1&#x26;f=%media_content%'],
    ['a=&amp;lt;1&amp;f=%media_content%', '&amp;lt;', 'a=&lt;1&amp;f=%media_content%'],
    ['a=&amp;#233;&amp;f=%media_content%', '&amp;#233;', 'a=&#233;&amp;f=%media_content%'],
    ['<![CDATA[a=1&amp;f=%media_content%]]>', '&amp;', '<![CDATA[a=1&f=%media_content%]]>'],
    ['<![CDATA[a=&lt;b&f=%media_content%]]>', '&lt;', '<![CDATA[a=<b&f=%media_content%]]>'],
    ['<value>a=1&amp;amp;f=%media_content%</value>', '&amp;amp;', '<value>a=1&amp;f=%media_content%</value>'],
  ])('%s', (written, place, fixed) => {
    const built = buildFor({ xml: data(written) });
    expect(built.found.filter((one) => one.includes('ACC-10'))).toEqual([`warning ACC-10 ${place}`]);
    expect(built.fixed('ACC-10')).toBe(data(fixed));
    expect(buildFor({ xml: data(fixed) }).found).toEqual([]);
  });

  it('is sent as it is', () => {
    const xml = data('a=1&amp;amp;f=%media_content%');
    expect(buildFor({ xml }).bodyText).toContain('name="amp;f"');
    expect(buildFor({ xml: fixedAll(xml) }).bodyText).toContain('name=f;');
  });

  it.each([
    'a=1&amp;f=%media_content%',
    'a=1&amp;nbsp;&amp;f=%media_content%',
    'a=&amp;amp&amp;f=%media_content%',
    'a=&amp;#0;&amp;f=%media_content%',
    'a=R&amp;amp=1&amp;f=%media_content%',
  ])('is not in %s', (written) => {
    expect(buildFor({ xml: data(written) }).rules).not.toContain('ACC-10');
  });

  it('is no matter of nodes that are not of this service', () => {
    const xml = data('f=%media_content%', '<note>a&amp;amp;b</note>');
    expect(buildFor({ xml }).found).toEqual([]);
  });

  it('has no fix where a CDATA section would end in it, or a comment stands within', () => {
    for (const written of [
      '<![CDATA[a=]]&gt;&f=%media_content%]]>',
      'a=&amp;<!-- x -->amp;f=%media_content%',
    ]) {
      const built = buildFor({ xml: data(written) });
      expect(built.rules).toContain('ACC-10');
      expect(built.fixed('ACC-10')).toBeUndefined();
    }
  });

  it('is what was meant, however often a program escaped the value', () => {
    const value = fc.string({ unit: fc.constantFrom('a', '&', '<', '>', '"', '=', ']', ';') });
    fc.assert(
      fc.property(value, fc.integer({ min: 2, max: 4 }), (text, times) => {
        const meant = `x=${text}&f=%media_content%`;
        // What looks like an entity already would be one more level.
        fc.pre(!/&(amp|lt|gt|quot|apos|#\w+);/.test(meant));
        let written = meant;
        for (let time = 0; time < times; time++) written = escapeXml(written);
        const read = buildFor({ xml: fixedAll(data(written)) });
        expect(read.document.account?.value('genericMediaUploadMultipartData')?.text).toBe(meant);
        expect(read.rules).not.toContain('ACC-5');
      }),
    );
  });

  it('each alone keeps the document readable', () => {
    const xml = data('a=1&amp;amp;b=&amp;lt;&amp;amp;f=%media_content%');
    const faults = buildFor({ xml }).diagnostics.map(
      (one) => buildFor({ xml: withFix(xml, one) ?? xml }).rules,
    );
    for (const rules of faults) expect(rules).not.toContain('ACC-5');
  });
});
