import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFor, escapeXml, type ShortRequest } from '../../test/build-for-test.ts';

const nodes = { username: '4201', 'display-name': 'Joe' };
const inData = (text: string): ShortRequest => ({ nodes, data: `x=${text}&f=%media_content%` });

/** What is meant, and the fix's text in the place of the mistake; `null` without a fix. */
function near(text: string, short: (text: string) => ShortRequest = inData) {
  const built = buildFor(short(text));
  const found = built.diagnostics.filter(({ rule }) => rule.startsWith('TPL') || rule.startsWith('URL'));
  const [first] = found;
  return {
    rules: found.map(({ rule }) => rule),
    at: built.at('TPL-12'),
    meant: /Did you mean (%[^%]+%)/.exec(first?.message ?? '')?.[1],
    fix: first?.fix?.edits[0]?.text ?? null,
    message: first?.message ?? '',
    fixed: first?.fix ? buildFor({ ...short(text), xml: built.fixed('TPL-12') ?? '' }).found : null,
    built,
  };
}

const user = '%account[username]%';

describe('what looks like a parameter but is not one (TPL-12)', () => {
  it.each([
    ['%Account[username]%', user],
    ['%ACCOUNT[USERNAME]%', user],
    ['%accounts[username]%', user],
    ['%acount[username]%', user],
    ['%account.username%', user],
    ['%account:username%', user],
    ['%account->username%', user],
    ['%account/username%', user],
    ['%account-username%', user],
    ['%account_username%', user],
    ['%account username%', user],
    ['%account{username}%', user],
    ['%account<username>%', user],
    ['%account [username]%', user],
    ['%account[ username ]%', user],
    ['%account[[username]]%', user],
    ['%account[username}%', user],
    ['% account[username] %', user],
    ['%[username]%', user],
    ['%account[display name]%', '%account[display-name]%'],
    ['% to %', '%to%'],
    ['%to %', '%to%'],
    ['% To %', '%to%'],
    ['%media-size%', '%media_size%'],
    ['%media size%', '%media_size%'],
    ['%Content-Type%', '%content_type%'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of others
    ['${to}', '%to%'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of others
    ['${account[username]}', user],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of others
    ['${username}', user],
    ['{{to}}', '%to%'],
    ['{{ to }}', '%to%'],
    ['{{{to}}}', '%to%'],
    ['{{account.username}}', user],
    ['#{to}', '%to%'],
    ['%{to}', '%to%'],
    ['%{to}%', '%to%'],
    ['@{to}', '%to%'],
    ['%(to)', '%to%'],
    ['$(to)', '%to%'],
    ['<%= to %>', '%to%'],
    ['%USERNAME%', user],
    ['%username%', user],
    ['%UserName%', user],
    ['\uFF05to\uFF05', '%to%'],
    ['\uFF05to%', '%to%'],
    ['\uFF05account[username]\uFF05', user],
    ['%account%5Busername%5D%', user],
    ['account[username]%', user],
    ['%to', '%to%'],
    ['%account[username]', user],
    ['%account[username', user],
    ['%account.username', user],
    ['%Account[username]', user],
    ['%description', '%description%'],
  ])('%s is reported at its place, with %s as the fix', (text, meant) => {
    const found = near(text);
    expect(found).toMatchObject({ rules: ['TPL-12'], at: escapeXml(text), meant });
    expect(found.fix).toBe(meant);
    expect(found.fixed?.filter((one) => one.includes('TPL-12'))).toEqual([]);
  });

  it.each([
    ['{to}', '%to%'],
    ['$to', '%to%'],
    ['<to>', '%to%'],
    ['{username}', user],
    ['%25to%25', '%to%'],
    ['%25account[username]%25', user],
    ['%25account%5Busername%5D%25', user],
    ['%7B%7Bto%7D%7D', '%to%'],
    ['account[username]', user],
    ['%Account[nobody]%', '%account[nobody]%'],
    ['%account.nobody%', '%account[nobody]%'],
  ])('%s is reported, and has no certain fix', (text, meant) => {
    expect(near(text)).toMatchObject({ rules: ['TPL-12'], at: escapeXml(text), meant, fix: null });
  });

  it.each([
    'plain',
    '100%',
    '5% to 10%',
    'from 10% to %to%',
    '20% description 10% x',
    'caf%C3%A9s%20au%20lait',
    'hello%20to%20you',
    'a%20description%0Aof%20it',
    '%C3%BCdevice%C3%BC',
    '{"to":"%to%"}',
    '<to>%to%</to>',
    'costs $5',
    '{2}',
    '%account[username]%',
    '%sha1(%account[username]%)%',
    'user[name]',
    'username',
    '%%to%%',
    '<%to%>',
    '"%account[username]%" <sip:%to%>',
  ])('nothing is said of %s', (text) => {
    expect(near(text).rules).toEqual([]);
  });

  it('nor of a part that is named as a node of an account', () => {
    const data = 'account[username]=%account[username]%&f=%media_content%';
    expect(buildFor({ nodes, data }).found).toEqual([]);
  });

  it.each([
    ['%nonsense%', 'TPL-5'],
    ['%To%', 'TPL-5'],
    ['%descripton%', 'TPL-5'],
    ['%account[nobody]%', 'TPL-2'],
    ['%nonsense', 'TPL-4'],
    ['%sha1(x', 'TPL-3'],
    ['%account(username)%', 'TPL-3'],
  ])('%s stays what it is: %s', (text, rule) => {
    expect(near(text).rules).toEqual([rule]);
  });

  it('a call of account names the parameter meant, and is still an error (TPL-3)', () => {
    const { built, meant, fix } = near('%Account(username)%');
    expect([built.found, meant, fix]).toEqual([['error TPL-3 %Account(username)%'], user, user]);
  });

  it('one mistake is reported once, wherever the next one begins', () => {
    const short = (text: string) => ({ ...inData(text), params: { to: '1' } });
    const { rules, built } = near('%account.username%_%account.username%%to%', short);
    expect(rules).toEqual(['TPL-12', 'TPL-12']);
    // Its first percent sign is used up by the unknown parameter %_% (TPL-5).
    expect(built.diagnostics[1]?.message).toContain('sent literally');
    expect(built.bodyText).toContain('\r\n\r\n\xACcount.username%_%account.username%1\r\n');
  });

  it('which percent sign was meant is not guessed', () => {
    expect(near('%Account[username]%to%')).toMatchObject({ at: '%Account[username]', fix: null });
  });

  it('inside of a hash too', () => {
    expect(near('%sha1(%Account[username]%)%')).toMatchObject({ rules: ['TPL-12'], fix: user });
    expect(near('%md5(%Account[username]%)%').rules).toEqual(['TPL-3']);
  });

  it("a parameter of the user's own counts", () => {
    const short = (text: string) => ({ ...inData(text), params: { My_Own: '1' } });
    expect(near('{{my-own}}', short)).toMatchObject({ rules: ['TPL-12'], fix: '%My_Own%' });
  });

  it('the media is a parameter in the multipart data only', () => {
    expect(near('{{media_content}}')).toMatchObject({ rules: ['TPL-12'], fix: '%media_content%' });
    const inUrl = (text: string) => ({ nodes, url: `https://e.example/?x=${text}` });
    expect(near('{{media_content}}', inUrl).rules).not.toContain('TPL-12');
  });
});

describe('what goes out in the place of a near-parameter (TPL-12)', () => {
  const inUrl = (text: string): ShortRequest => ({ nodes, url: `https://e.example/?x=${text}` });
  const inHeader = (text: string): ShortRequest => ({ nodes, headers: `X-A: ${text}` });

  it('is a byte where its first characters are read as an escape', () => {
    const { message, built } = near('%Account[username]%');
    expect(message).toContain('%Ac is read as a percent escape, so the byte AC (hex) goes out');
    expect(built.bodyText).toContain('\r\n\r\n\xACcount[username]%\r\n');
  });

  it('is what is written, where parts are taken as they are', () => {
    const assume = { 'multipart-literals': 'verbatim' } as const;
    const { message } = near('%Account[username]%', (text) => ({ ...inData(text), assume }));
    expect(message).toContain('sent literally');
    expect(message).not.toContain('byte');
  });

  it('is what is written in the URL, which a server decodes', () => {
    const { message, built, rules } = near('%Account[username]%', inUrl);
    expect(built.plan?.target).toBe('/?x=%Account[username]%');
    expect(message).toContain('a server reads its %Ac as the byte AC');
    expect(rules).toEqual(['TPL-12']);
  });

  it.each([
    '%account.username%',
    '%account{username}%',
    '{{to}}',
    '% to %',
  ])('in the URL %s is reported once', (text) => {
    expect(near(text, inUrl).rules).toEqual(['TPL-12']);
    expect(near(text, (one) => ({ nodes, url: `https://e.example/${one}/x` })).rules).toEqual(['TPL-12']);
  });

  it('does not hide what else is odd about the URL (URL-4)', () => {
    const { built, rules } = near('{{to}}&a=b|c', inUrl);
    expect(rules).toEqual(['TPL-12', 'URL-4']);
    expect(built.at('URL-4')).toBe('|');
  });

  it('is what is written in a header', () => {
    const { message, built } = near('%Account[username]%', inHeader);
    expect(built.customHeaders).toEqual([['X-A', '%Account[username]%']]);
    expect(message).toContain('sent literally');
  });

  it('may be nothing, for an unknown parameter', () => {
    const assume = { 'unknown-parameter': 'empty' } as const;
    const { message, built } = near('%USERNAME%', (text) => ({ ...inData(text), assume }));
    expect(message).toContain('becomes empty');
    expect(built.bodyText).toContain('name=x\r\n\r\n\r\n');
  });

  it('is the same with these warnings as without: only what the fix changes changes', () => {
    const piece = fc.constantFrom(
      '%Account[username]%',
      '%account.username',
      '{{to}}',
      '$to',
      '%to',
      '% to %',
      '%',
      'a',
      ' ',
      '=',
      '%C3%A9',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const { built } = near(pieces.join(''));
        const ranges = built.diagnostics.filter(({ rule }) => rule === 'TPL-12').map(({ range }) => range);
        for (const [index, range] of ranges.entries()) {
          const before = ranges[index - 1];
          if (before && range) expect(range.start).toBeGreaterThanOrEqual(before.end);
        }
      }),
    );
  });
});

it.each([
  '%',
  '%account.x ',
  '${',
  '{{to}}',
  '%a',
  '\uFF05',
  'account[',
  '%to% ',
  '<',
])('%s, fifty thousand times, is read in one pass', (piece) => {
  const { document } = buildFor(inData(piece.repeat(50_000)));
  expect(document.account).not.toBeNull();
});
