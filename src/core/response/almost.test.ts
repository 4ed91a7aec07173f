import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../assumptions.ts';
import { judgeResponse } from './judge.ts';

const url = 'https://cdn.example/1.jpg';
const json = `{"media_url":"${url}"}`;
const xml = `<response><media_url>${url}</media_url></response>`;
const php = `<br />\n<b>Warning</b>:  Undefined array key "size" in <b>/srv/upload.php</b> on line <b>12</b><br />\n`;

function judge(body: string, status = 200, type?: string) {
  return judgeResponse({
    status,
    headers: type === undefined ? [] : [['Content-Type', type]],
    body: new TextEncoder().encode(body),
    assumptions: defaultAssumptions,
  });
}

function pointedOut(body: string, status = 200, type?: string): string {
  const verdict = judge(body, status, type);
  expect(verdict).toMatchObject({ success: false, generic: true });
  const found = verdict.reasons.filter(({ rule }) => rule === 'RES-9');
  expect(found.map(({ tone }) => tone)).toEqual(['advice']);
  expect(verdict.reasons.map(({ text }) => text).join('\n')).not.toContain('would have to be fixed');
  return found[0]?.text ?? '';
}

describe('text around what would be sound (RES-9)', () => {
  it.each<[string, string, string]>([
    ["PHP's warning", php + json, 'display_errors'],
    ['two of them', php + php + json, 'display_errors'],
    ['a plain one', `PHP Notice:  Undefined index in /srv/a.php on line 3\n${json}`, 'display_errors'],
    ['one after it', `${json}\n<br />\n<b>Deprecated</b>: x in <b>y</b>`, 'display_errors'],
    [
      'print_r before it',
      `Array\n(\n    [file] => Array\n        (\n            [0] => 1\n        )\n)\n${json}`,
      'JSON',
    ],
    ['var_dump before it', `array(1) {\n  ["size"]=>\n  string(1) "4"\n}\n${json}`, 'debug output'],
    ['another object before it', `{"debug":{"media":1}}\n${json}`, '{"debug"'],
    ['another object after it', `${json}{"ok":true}`, 'after it comes "{"ok":true}"'],
    ['a comment after it', `${json}\n<!-- 0.01 s -->`, 'after it comes "<!-- 0.01 s -->"'],
    ['a semicolon', `${json};`, 'after it comes ";"'],
    ['zero bytes', `${json}\0\0`, 'after it comes'],
    ['a second byte order mark', `\uFEFF\uFEFF${json}`, 'a second byte order mark'],
    ['an unclosed <pre>', `<pre>${json}`, 'before it stands "<pre>"'],
    ['var_dump around it', `<pre>string(41) "${json}"\n</pre>`, 'string(41)'],
    ["Angular's prefix", `)]}',\n${json}`, 'prefix'],
    ["Facebook's prefix", `for(;;);${json}`, 'prefix'],
    ["Google's prefix", `while(1);${json}`, 'prefix'],
    ['a callback', `callback_1(${json});`, 'JSONP'],
    ['a guarded callback', `/**/ typeof cb === 'function' && cb(${json});`, 'JSON'],
    ['an open brace before it', `{ {{ {"a": [ ${json}`, 'before it stands'],
  ])('%s', (_, body, said) => {
    const text = pointedOut(body);
    expect(text).toContain('sound JSON with media_url at $.media_url');
    expect(text).toContain(said);
    expect(pointedOut(body, 200, 'application/json')).toBe(text);
  });

  it.each<[string, string, string]>([
    ["PHP's warning", php + xml, 'display_errors'],
    ['one with tags left open', `<br>\n<b>Notice</b>: x in <b>y<br>\n${xml}`, 'display_errors'],
    ['text', `OK ${xml}`, 'before it stands "OK"'],
    ['a line before the declaration', `\n<?xml version="1.0"?>\n${xml}`, 'must come first of all'],
    ['a warning before the declaration', `${php}<?xml version="1.0"?>${xml}`, 'display_errors'],
    ['a second byte order mark', `\uFEFF\uFEFF<?xml version="1.0"?>${xml}`, 'second byte order mark'],
    ['text after it', `${xml}\ndone`, 'after it comes "done"'],
    ['a second document after it', `${xml}<log/>`, 'after it comes "<log/>"'],
  ])('%s with XML', (_, body, said) => {
    const text = pointedOut(body);
    expect(text).toContain('sound XML with media_url at /response/media_url');
    expect(text).toContain(said);
    expect(pointedOut(body, 200, 'text/xml')).toBe(text);
  });

  it('message is what is looked for with an error status', () => {
    expect(pointedOut(`${php}{"message":"no"}`, 500)).toContain('sound JSON with message at $.message');
  });

  it.each([
    `${php}{"media_url":"${url}"`,
    `${php}{"mediaUrl":"${url}"}`,
    `${php}{"media_url":""}`,
    `x <response><media_url>${url}</response>`,
    `media_url=${url}`,
    `x "media_url": "${url}"`,
    'x {"a":1}',
  ])('%j would not do without it either', (body) => {
    const { reasons } = judge(body);
    expect(reasons.map(({ text }) => text).join('\n')).not.toContain('sound');
  });

  it('what is sound and has the field is left alone', () => {
    for (const body of [json, xml, ` ${json}\n`, `<?xml version="1.0"?>${xml}<!-- x -->`]) {
      const { success, reasons } = judge(body);
      expect(success).toBe(true);
      expect(reasons.filter(({ rule }) => rule === 'RES-9')).toEqual([]);
    }
  });
});

describe('a string that holds the fields (RES-9)', () => {
  const twice = JSON.stringify(json);

  it.each<[string, string]>([
    [twice, 'The string $ holds JSON of its own'],
    [JSON.stringify(twice), 'The string $ holds JSON'],
    [`{"d":${twice}}`, 'The string $.d holds JSON'],
    [`{"a":[1,{"b c":${twice}}]}`, 'The string $.a[1]["b c"] holds JSON'],
    [JSON.stringify({ d: ` ${xml}` }), 'The string $.d holds XML'],
    [`<string>${json}</string>`, 'The text of /string holds JSON'],
    [
      `<string xmlns="http://tempuri.org/">${json.replaceAll('"', '&quot;')}</string>`,
      'The text of /string holds JSON',
    ],
    [`<s><b><![CDATA[${json}]]></b></s>`, 'The text of /s/b holds JSON'],
    [`<string>${xml.replaceAll('<', '&lt;')}</string>`, 'The text of /string holds XML'],
    [`<pre>\n${json}\n</pre>`, 'The text of /pre holds JSON'],
  ])('%s', (body, said) => {
    const text = pointedOut(body);
    expect(text).toContain(said);
    expect(text).toMatch(/with media_url at (?:\$\.|\/response\/)media_url: it was serialised twice/);
  });

  it.each([
    '{"d":"media_url"}',
    '{"d":"{\\"media_url\\":"}',
    '{"d":"{\\"media_url\\":\\"\\"}"}',
  ])('%s is not one', (body) => {
    expect(judge(body).reasons.filter(({ rule }) => rule === 'RES-9')).toEqual([]);
  });
});
