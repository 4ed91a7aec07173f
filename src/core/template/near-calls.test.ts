import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest } from '../../test/build-for-test.ts';

const nodes = { password: 'secret', username: '4201' };
const inData = (text: string): ShortRequest => ({ nodes, data: `x=${text}&f=%media_content%` });

describe('a hash without its percent signs (TPL-12)', () => {
  it.each([
    'sha1(%account[password]%)',
    'SHA1(%account[password]%)',
    'sha1(%account[password]%)%',
    'a-sha1(%account[password]%:%account[username]%)',
    'sha1(%account[password]% and salt)',
  ])('%s is sent as it is, with a warning that says so', (text) => {
    const built = buildFor(inData(text));
    expect(built.bodyText).toContain('secret');
    const near = built.diagnostics.find(({ rule }) => rule === 'TPL-12');
    expect(near?.message).toContain("isn't a call: the value in it is sent as it is, not hashed");
    expect(near?.severity).toBe('warning');
  });

  it.each([
    ['sha1(%account[password]%)', '%sha1(%account[password]%)%'],
    ['sha1(%account[password]%)%', '%sha1(%account[password]%)%'],
    ['SHA1(%account[password]%:%to%)', '%sha1(%account[password]%:%to%)%'],
  ])('%s is fixed to a call, which hashes it', (text, expected) => {
    const built = buildFor(inData(text));
    expect(built.fixed('TPL-12')).toContain(`x=${expected}&amp;`);
    const fixed = buildFor({ xml: built.fixed('TPL-12') ?? '' });
    expect(fixed.bodyText).not.toContain('secret');
    expect(fixed.found).toEqual([]);
  });

  it('is found in the URL and in a header, where its parameters keep their own warnings', () => {
    const built = buildFor({
      nodes,
      url: 'http://e.example/?h=sha1(%account[password]%)',
      headers: 'X-H: sha1(%account[password]%)',
      data: 'f=%media_content%',
    });
    const rules = built.diagnostics.map(({ rule }) => rule).toSorted();
    expect(rules).toEqual(['TPL-12', 'TPL-12', 'TPL-6', 'TPL-6']);
  });

  it.each([
    '%sha1(%account[password]%)%',
    '%sha1(sha1(%account[password]%))%',
    'sha1(abc)',
    'sha1(%account[password]%',
    'sha1(%account[password]%&y=)',
    'sha1(%sha1(%account[password]%)%)',
    'my_sha1(%account[password]%)',
  ])('is not what %s is', (text) => {
    expect(buildFor(inData(text)).found.filter((found) => found.includes('TPL-12'))).toEqual([]);
  });

  it('fifty thousand times, is read in one pass', () => {
    const { document } = buildFor(inData('sha1(%to%'.repeat(50_000)));
    expect(document.account).not.toBeNull();
  });
});
