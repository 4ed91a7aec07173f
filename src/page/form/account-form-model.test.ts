import { describe, expect, it } from 'vitest';
import { readForm } from './account-form-model.ts';

function states(xml: string, choice = {}) {
  const form = readForm(xml, choice);
  return form.kind === 'keys' ? Object.fromEntries(form.keys) : form.faults.map(({ rule }) => rule);
}

describe('the form of an Account XML', () => {
  it('has every key of the service, there or not', () => {
    const xml = '<account><genericMediaUploadUrl>\r\n  <![CDATA[x&y]]></genericMediaUploadUrl></account>';
    expect(states(xml)).toMatchObject({
      genericMediaUploadUrl: { kind: 'text', text: 'x&y' },
      genericMediaUploadMethod: { kind: 'absent' },
    });
    expect(Object.keys(states(xml))).toHaveLength(7);
  });

  it('knows the indentation of a value on a line of its own', () => {
    const xml =
      '<account><genericMediaUploadMultipartData>\r\n\ta=1\r\n</genericMediaUploadMultipartData></account>';
    expect(states(xml)).toMatchObject({ genericMediaUploadMultipartData: { text: 'a=1', lead: '\n\t' } });
  });

  it('leaves several values for several languages alone, and edits a single one', () => {
    const localised = (values: string) =>
      states(`<account><genericMediaUploadUrl>${values}</genericMediaUploadUrl></account>`, { locale: 'cs' });
    expect(localised('<value>a</value><value lang="CS">b</value>')).toMatchObject({
      genericMediaUploadUrl: { kind: 'localised', count: 2, text: 'b' },
    });
    expect(localised('<value>a</value>')).toMatchObject({
      genericMediaUploadUrl: { kind: 'text', text: 'a' },
    });
  });

  it('is of the chosen account', () => {
    const xml =
      '<accounts><account/><account><genericMediaUploadTimeout>5</genericMediaUploadTimeout></account></accounts>';
    expect(states(xml)).toMatchObject({ genericMediaUploadTimeout: { kind: 'absent' } });
    expect(states(xml, { account: 2 })).toMatchObject({ genericMediaUploadTimeout: { text: '5' } });
    expect(states(xml, { account: 3 })).toEqual(['ACC-1']);
  });

  it('offers the nodes that hold something, but for the service’s own keys', () => {
    const form = readForm(
      '<account><username>u</username><empty/><genericMediaUploadUrl>x</genericMediaUploadUrl></account>',
      {},
    );
    expect(form.kind === 'keys' && form.nodes).toEqual(['username']);
  });

  it('says why it can show none', () => {
    expect(states('<account><genericMediaUploadUrl>a&b</genericMediaUploadUrl></account>')).toEqual([
      'ACC-5',
    ]);
    expect(states('<html/>')).toEqual(['ACC-1']);
    expect(states('')).toContain('ACC-1');
  });

  it('answers for a document cut at every offset', () => {
    const xml =
      '<?xml version="1.0"?><account><!-- c --><genericMediaUploadUrl a="b"><value lang="cs">x &amp; y</value></genericMediaUploadUrl><a><![CDATA[]]></a></account>';
    for (let end = 0; end < xml.length; end += 1)
      expect(readForm(xml.slice(0, end), {}).kind).toBe('unreadable');
    expect(readForm(xml, {}).kind).toBe('keys');
  });
});
