import { describe, expect, it } from 'vitest';
import { serviceKeys } from '../core/account/service-keys.ts';
import { marked } from '../test/ask-for-test.ts';
import type { ShortRequest } from '../test/build-for-test.ts';
import { hoverAt } from './hover.ts';
import type { Hover } from './hovers.ts';

interface Seen extends Hover {
  /** The text that the answer is about. */
  readonly about: string;
  /** `label: value` of each row. */
  readonly lines: readonly string[];
}

function seen(xml: string, short: Omit<ShortRequest, 'xml'> = {}): Seen | null {
  const { text, offset, built } = marked(xml, short);
  const hover = hoverAt(text, offset, built);
  if (!hover) return null;
  const lines = hover.rows.map(({ label, value }) => `${label}: ${value}`);
  return { ...hover, about: text.slice(hover.range.start, hover.range.end), lines };
}

const account = (inner: string) =>
  `<account>\n<username>joe</username><password>s3cret</password>\n${inner}</account>`;
const url = (value: string) => `<genericMediaUploadUrl>${value}</genericMediaUploadUrl>`;
const data = (value: string) => `<genericMediaUploadMultipartData>${value}</genericMediaUploadMultipartData>`;

describe('over a key', () => {
  it.each(serviceKeys)('%s is explained with its standing, default and rules', (key) => {
    const hover = seen(`<account><${key.slice(0, 9)}|${key.slice(9)}>x</${key}></account>`);
    expect(hover).toMatchObject({ title: key, about: key });
    expect(hover?.rows.map(({ label }) => label)).toEqual(['Value', 'Default', 'Standing', 'Rules']);
    expect(hover?.paragraphs.length).toBeGreaterThan(1);
  });

  it('its present value is shown, from its end tag too', () => {
    const hover = seen(account(url('https://e.example/').replace('</gen', '</ge|n')));
    expect(hover?.lines).toContain('Value: https://e.example/');
    expect(hover?.about).toBe('genericMediaUploadUrl');
  });

  it('an empty one says that the default counts', () => {
    expect(seen('<account><generic|MediaUploadTimeout/></account>')?.lines).toContain(
      'Value: empty: the default counts',
    );
  });

  it('one without effect says which counts', () => {
    const hover = seen(`<account>${url('a').replace('<gen', '<ge|n')}${url('b')}</account>`);
    expect(hover?.paragraphs.join()).toContain('does not count');
    expect(hover?.lines).toContain('Value: b');
  });

  it('a password is dots', () => {
    const hover = seen(
      '<account><genericMediaUploadAuth|Password>s3cret</genericMediaUploadAuthPassword></account>',
    );
    expect(JSON.stringify(hover)).not.toContain('s3cret');
  });
});

describe('over another node', () => {
  it.each([
    ['<account><us|ername>joe</username></account>', 'The SIP user name.'],
    ['<account><genericSms|SendUrl>x</genericSmsSendUrl></account>', 'sending a message'],
    ['<account><genericMediaUploadPost|Data/></account>', 'no effect'],
    ['<account><shoe|Size>44</shoeSize></account>', "provider's own"],
    ['<acc|ount/>', 'An account.'],
    ['<acc|ounts><account/></accounts>', 'Several accounts'],
    ['<account><rewriting><ru|le/></rewriting></account>', 'REW-1'],
    [
      '<account><rewriting><rule><conditions><cond|ition type="ssid"/></conditions></rule></rewriting></account>',
      'unknown here',
    ],
    [
      '<account><rewriting><rule><actions><act|ion type="prepend"/></actions></rule></rewriting></account>',
      'put in front',
    ],
    ['<account><title><val|ue lang="cs">x</value></title></account>', 'one locale'],
    ['<account><title><value la|ng="cs">x</value></title></account>', 'ACC-3'],
    ['<account><title prio|rity="1">x</title></account>', 'ACC-4'],
    ['<account><title sour|ce="x">x</title></account>', 'changes nothing'],
    ['<account><title><value la|ng="cs">x</value></title></account>', 'cs for cs-CZ'],
    ['<account><genericMediaUploadPrecheck|Url>x</genericMediaUploadPrecheckUrl></account>', 'GET unless'],
    ['<account><genericMediaUploadPrecheck|Url>x</genericMediaUploadPrecheckUrl></account>', 'unknown'],
    [
      '<account><genericMediaUploadPrecheckPost|Data>x</genericMediaUploadPrecheckPostData></account>',
      'refuse',
    ],
    ['<account><genericMediaRefSend|Url>x</genericMediaRefSendUrl></account>', 'preview_width'],
    ['<account><genericMediaRefSend|Url>x</genericMediaRefSendUrl></account>', 'is unknown'],
    ['<account><genericSmsSend|Url>x</genericSmsSendUrl></account>', "message's own type"],
    ['<account><genericWhatever|Url>x</genericWhateverUrl></account>', 'another web service'],
    [
      '<account><genericMediaUploadMeth|od>x</genericMediaUploadMethod></account>',
      'GET unless there is post',
    ],
    ['<account><genericMediaUpload|Url>x</genericMediaUploadUrl></account>', 'Today’s apps'],
    ['<account><rewriting><rule><act|ions/></rule></rewriting></account>', 'rewriting-order'],
    [
      '<account><rewriting><rule><actions><act|ion type="dialOut"/></actions></rule></rewriting></account>',
      'about calls',
    ],
    [
      '<account><rewriting><rule><actions><act|ion type="moon"/></actions></rule></rewriting></account>',
      'unknown',
    ],
  ])('%s says %s', (xml, text) => {
    const hover = seen(xml);
    expect([...(hover?.paragraphs ?? []), ...(hover?.lines ?? [])].join('\n')).toContain(text);
  });

  it('its parameter and the places that its value reaches are listed', () => {
    const xml = account(url('https://e.example/%account[username]%') + data('a=%account[username]%'));
    expect(seen(xml.replace('<username', '<user|name'))?.lines).toEqual([
      'Value: joe',
      'As a parameter: %account[username]%',
      'Reaches: URL: joe',
      'Reaches: part a: joe',
    ]);
  });

  it.each([
    '<account><provisioning><use|rname/></provisioning></account>',
    '<x><acc|ount/></x>',
    '<account><|</account>',
  ])('%s is left alone', (xml) => {
    expect(seen(xml)).toBeNull();
  });
});

describe('over a parameter', () => {
  it('value, source, standing and every place it reaches are said', () => {
    const hover = seen(account(url('https://e.example/?t=%t|o%')));
    expect(hover).toMatchObject({ title: '%to%', about: '%to%' });
    expect(hover?.lines).toEqual([
      'Value: +420777123456',
      'From: set beside the test upload',
      'Standing: documented, TPL-1',
      'Reaches: URL: %2B420777123456',
    ]);
  });

  it('that names a node leads to the node', () => {
    const hover = seen(account(url('https://e.example/?t=%acc|ount[username]%')));
    expect(hover?.lines).toContain('From: <username>, line 2');
    expect(hover?.rows.find(({ go }) => go)?.go).toEqual({ start: 20, end: 23 });
  });

  it('content_type is distinguished from that of Send Message', () => {
    const hover = seen(account(data('a=%content|_type%')));
    expect(hover?.paragraphs.join(' ')).toContain("the message's own type");
  });

  it('a password is never spelt out', () => {
    for (const scheme of ['http', 'https']) {
      const hover = seen(account(url(`${scheme}://e.example/?t=%account[pass|word]%`)));
      expect(hover?.lines).toContain('Value: ••••••••');
      expect(JSON.stringify(hover)).not.toContain('s3cret');
    }
  });

  it('the recipient is shown before and after number rewriting', () => {
    const rule = '<rule><actions><action type="prepend" param="00"/></actions></rule>';
    const hover = seen(account(`<rewriting>${rule}</rewriting>${data('a=%t|o%')}`));
    expect(hover?.lines.slice(0, 2)).toEqual([
      'Value: 00+420777123456',
      'Before number rewriting: +420777123456',
    ]);
  });

  it.each([
    ['a=%sms_|to%', 'Standing: inferred, TPL-7'],
    ['a=%Accou|nt[username]%', 'Standing: our choice, TPL-12'],
    ['a=%USER|NAME%', 'Standing: our choice, TPL-12'],
    ['a={{t|o}}', 'Standing: our choice, TPL-12'],
    ['a=%unkno|wn%', 'Standing: inferred, TPL-5'],
    ['a=%media_con|tent%', 'Standing: documented, MP-3'],
    ['a=%sha|1(x)%', 'Standing: documented, details our choice: TPL-3'],
    ['a=%sha1(%t|o%)%', 'Standing: documented, TPL-1'],
    ['a=%ime|i%', 'Standing: inferred, TPL-1'],
  ])('%s has its own standing: %s', (value, line) => {
    expect(seen(account(url('https://e.example/') + data(value)))?.lines).toContain(line);
  });

  it('typed text, other keys and broken places are left alone', () => {
    expect(seen(account(data('a=te|xt')))).toBeNull();
    expect(seen('<account><genericSmsSendUrl>%t|o%</genericSmsSendUrl></account>')).toBeNull();
    expect(seen(account(data('a=%t|o<!-- x -->%')))).toBeNull();
  });
});

it('over a common header its use is said', () => {
  const xml = account(
    '<genericMediaUploadCustomHeaders>A: 1\n user-ag|ent: x</genericMediaUploadCustomHeaders>',
  );
  expect(seen(xml)).toMatchObject({ title: 'User-Agent', about: 'user-agent' });
  expect(seen(xml)?.paragraphs.join(' ')).toContain('Groundwire/25.2.34');
});
