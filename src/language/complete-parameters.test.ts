import { describe, expect, it } from 'vitest';
import { offer, offered, taken } from '../test/ask-for-test.ts';

const nodes = '<username>joe</username><password>s3cret</password><own-node>x</own-node>';
const inUrl = (value: string, more = nodes) =>
  `<account>${more}<genericMediaUploadUrl>${value}</genericMediaUploadUrl></account>`;
const inData = (value: string) =>
  `<account>${nodes}<genericMediaUploadMultipartData>${value}</genericMediaUploadMultipartData></account>`;

describe('parameters', () => {
  it("come with the document's own nodes first, then the service's, then the app's, then the user's", () => {
    const labels = offered(inUrl('https://e.example/?a=%|'), { params: { to: '1', mine: '2' } });
    expect(labels.slice(0, 4)).toEqual([
      '%account[username]%',
      '%account[password]%',
      '%account[own-node]%',
      '%to%',
    ]);
    expect(labels.indexOf('%installid%')).toBeGreaterThan(labels.indexOf('%sha1(…)%'));
    expect(labels.at(-1)).toBe('%mine%');
  });

  it('show the value that a node has now, and dots for a password', () => {
    const xml = inUrl('https://e.example/?a=%|');
    expect(offer(xml, '%account[username]%').detail).toBe('joe');
    expect(offer(xml, '%account[password]%').detail).toBe('••••••••');
    expect(JSON.stringify(offer(xml, '%account[password]%'))).not.toContain('s3cret');
  });

  it.each([
    ['a=%|', 'a=%to%|'],
    ['a=%t|', 'a=%to%|'],
    ['a=%t|&amp;b=1', 'a=%to%|&amp;b=1'],
    ['a=%de|scription%', 'a=%to%|'],
    ['a=%account[user|name]%', 'a=%to%|'],
    ['a=%account[us|', 'a=%to%|'],
    ['%to%%|', '%to%%to%|'],
    ['100%|', '100%to%|'],
    ['a=%sha1(%|)%', 'a=%sha1(%to%|)%'],
    ['a=%sha1(%|', 'a=%sha1(%to%|'],
  ])('take the place of what is typed of them: %s', (typed, expected) => {
    expect(taken(inData(typed), '%to%')).toBe(inData(expected));
  });

  it.each(['a=%to%|', 'a=b|', 'a=%|sha1(x)%', '%41|'])('are not offered at %s', (typed) => {
    expect(offered(inData(typed))).not.toContain('%account[username]%');
  });

  it.each(['%|', '%account[|', ''])('are offered in CDATA too: %j', (typed) => {
    const value = `<![CDATA[x=${typed.includes('|') ? typed : '|'}]]>`;
    expect(offered(inData(value))).toContain('%to%');
  });

  it('leave the cursor in the argument of a hash', () => {
    expect(taken(inUrl('https://e.example/?h=%|'), '%sha1(…)%')).toContain('?h=%sha1(|)%<');
  });

  it('name the media itself only as the value of a part', () => {
    expect(offered(inData('file=%|'))).toContain('%media_content%');
    expect(offered(inData('%|'))).not.toContain('%media_content%');
    expect(offered(inData('file=%sha1(%|'))).not.toContain('%media_content%');
    expect(offered(inUrl('https://e.example/%|'))).not.toContain('%media_content%');
  });

  it('are those of the account that the cursor is in', () => {
    const xml = `<accounts><account><first/></account><account><second/><genericMediaUploadUrl>%|</genericMediaUploadUrl></account></accounts>`;
    expect(offered(xml)[0]).toBe('%account[second]%');
  });

  it('offer nothing in the keys of other services', () => {
    expect(offered('<account><genericSmsSendUrl>%|</genericSmsSendUrl></account>')).toEqual([]);
  });

  it('are narrowed down by what is typed where an account has thousands of nodes', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `<node${index}/>`).join('');
    expect(offered(inUrl('%|', many)).length).toBeLessThan(250);
    expect(offered(inUrl('%account[node4321|', many))[0]).toBe('%account[node4321]%');
  });

  it('hold after a keystroke that the request does not know of yet', () => {
    expect(offered(inUrl('https://e.example/?a=%acc|'))).toContain('%account[own-node]%');
  });
});
