/** Forbidden targets, from the envelope to the event, in every spelling and by names that lie. */
import { describe, expect, test } from 'vitest';
import { dnsServer } from '../../test/dns-server.ts';
import { hosted, upload as send } from '../../test/hosted-client.ts';
import { answerAfter, envelopeFor, rawTarget, upload } from '../../test/raw-target.ts';
import { createDnsLookup } from '../hosted/lookup.ts';

/** Hosts as the URL parser takes them; each stands for an address that no policy lets through. */
const metadataHosts = [
  '169.254.169.254',
  '169.254.169.254.',
  '0xa9fea9fe',
  '0xA9.0xFE.0xA9.0xFE',
  '2852039166',
  '025177524776',
  '0251.0376.0251.0376',
  '0251.254.0xa9.0376',
  '169.254.43518',
  '169.16689662',
  '00000251.0376.0251.0376',
  '%31%36%39.254.169.254',
  '１６９.２５４.１６９.２５４',
  '①⑥⑨.②⑤④.①⑥⑨.②⑤④',
  '169。254。169。254',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '[0:0:0:0:0:FFFF:A9FE:A9FE]',
  '[::169.254.169.254]',
  '[::ffff:0:169.254.169.254]',
  '[64:ff9b::169.254.169.254]',
  '[64:ff9b:1::a9fe:a9fe]',
  '[64:ff9b:1:a9fe:a9:fe00::]',
  '[2002:a9fe:a9fe::]',
  '[2001:0:1:1::5601:5601]',
  '[2606::5efe:169.254.169.254]',
  '[fd00:ec2::254]',
  '[fd00:0ec2:0:0:0:0:0:0254]',
  '[fe80::a9fe:a9fe]',
  '100.100.100.200',
  '168.63.129.16',
  '[2002:a83f:8110::]',
  '0',
  '0.0.0.0',
  '[::]',
  '[::ffff:0.0.0.0]',
  '224.0.0.1',
  '[ff02::1]',
  '255.255.255.255',
];

const privateHosts = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '0x7f.1',
  '0x7f000001',
  '2130706433',
  '017700000001',
  '%31%32%37.0.0.1',
  '①②⑦.0.0.1',
  '127。0。0。1',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::7f00:1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[2606::5efe:127.0.0.1]',
  '10.0.0.1',
  '0xa000001',
  '172.16.0.1',
  '192.168.1.1',
  '3232235777',
  '100.64.0.1',
  '198.18.0.1',
  '192.0.2.1',
  '240.0.0.1',
  '[fd12:3456::1]',
  '[fec0::1]',
  '[2001:db8::1]',
  '[3fff::1]',
];

const lastOf = async (url: string) => (await upload(envelopeFor(1, '', { url }), '')).last;

test.each(metadataHosts)('from one’s own machine %s is refused', async (host) => {
  expect(await lastOf(`http://${host}/latest/meta-data/`)).toMatchObject({ code: 'target-forbidden' });
});

describe('hosted', () => {
  test('no spelling of an address that is not public gets through', async () => {
    const asked: string[] = [];
    const lookup = async (name: string) => {
      asked.push(name);
      return ['127.0.0.1'];
    };
    const { port } = await hosted({ targets: {}, limits: { uploadsPerMinute: 1000 } }, { lookup });
    const passed: string[] = [];
    for (const host of [...metadataHosts, ...privateHosts, 'localhost', 'a.localhost', 'intern']) {
      for (const scheme of ['http', 'https']) {
        const { events } = await send(port, envelopeFor(1, '', { url: `${scheme}://${host}:8080/` }), '');
        const [last] = events.slice(-1);
        if (last?.type !== 'error' || last.code !== 'target-forbidden') passed.push(host);
        expect(events.map(({ type }) => type)).not.toContain('connected');
      }
    }
    expect(passed).toEqual([]);
    expect(new Set(asked)).toEqual(new Set(['localhost', 'a.localhost', 'intern']));
  });

  test('a name with one address that is forbidden is refused, whichever place that has', async () => {
    for (const addresses of [
      ['1.1.1.1', '10.0.0.1'],
      ['10.0.0.1', '1.1.1.1'],
      ['1.1.1.1', '::1'],
    ]) {
      const server = await dnsServer(() => addresses);
      const { port } = await hosted({ targets: {} }, { lookup: createDnsLookup([server]) });
      const { events } = await send(port, envelopeFor(1, '', { url: 'http://media.example/' }), '');
      expect(events.map(({ type }) => type)).toEqual(['lookup', 'error']);
      expect(events.at(-1)).toMatchObject({ code: 'target-forbidden' });
    }
  });

  test('a name that changes its address with every answer is judged and connected to by one of them', async () => {
    const answers = { ipv4: 0, ipv6: 0 };
    // Allowed when it is judged, and what an attacker is after for whoever would ask again.
    const server = await dnsServer((_, family) => {
      answers[family] += 1;
      if (family === 'ipv6') return [];
      return answers.ipv4 === 1 ? ['127.0.0.1'] : ['169.254.169.254'];
    });
    const target = await rawTarget(answerAfter('hello', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
    const { port } = await hosted({}, { lookup: createDnsLookup([server]) });
    const url = `http://rebinding.example:${target.port}/`;
    const first = await send(port, envelopeFor(target.port, 'hello', { url }), 'hello');
    expect(first.events).toContainEqual(expect.objectContaining({ type: 'connected', address: '127.0.0.1' }));
    expect(first.events.at(-1)).toMatchObject({ type: 'end' });
    expect(answers).toEqual({ ipv4: 1, ipv6: 1 });
    const second = await send(port, envelopeFor(target.port, 'hello', { url }), 'hello');
    expect(second.events.at(-1)).toMatchObject({ type: 'error', code: 'target-forbidden' });
  });

  test('a reply that is a page comes as events, which no browser takes for one', async () => {
    const page = '<script>alert(1)</script>';
    const reply = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Security-Policy: default-src *\r\nSet-Cookie: a=b\r\nContent-Length: ${page.length}\r\n\r\n${page}`;
    const target = await rawTarget(answerAfter('hello', reply));
    const { port } = await hosted();
    const { headers, text, events } = await send(port, envelopeFor(target.port, 'hello'), 'hello');
    expect(events.at(-1)).toMatchObject({ type: 'end', replyBytes: page.length });
    expect(headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(Object.keys(headers)).not.toContain('set-cookie');
    expect(text).not.toContain('<script');
  });

  test('a redirect to a forbidden place is shown, and not followed', async () => {
    const reply =
      'HTTP/1.1 307 Temporary Redirect\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n';
    const target = await rawTarget(answerAfter('hello', reply));
    const { port } = await hosted();
    const { events } = await send(port, envelopeFor(target.port, 'hello'), 'hello');
    expect(events.filter(({ type }) => type === 'connected')).toHaveLength(1);
    expect(events).toContainEqual(expect.objectContaining({ type: 'reply-head', status: 307 }));
  });
});

test.each([
  'http://[fe80::1%25eth0]/',
  'http://[::1',
  'http://1.2.3.4.5/',
  'http://256.1.1.1/',
  'http://user@10.0.0.1/',
  'http://1.1.1.1#@10.0.0.1/',
  'http:\\\\10.0.0.1\\',
  'http:10.0.0.1/',
  '//10.0.0.1/',
  'file:///etc/passwd',
  'ftp://10.0.0.1/',
  'gopher://10.0.0.1/',
  'javascript:alert(1)',
  'http://',
  '',
])('%j is no target at all', async (url) => {
  expect(await lastOf(url)).toMatchObject({ type: 'error', code: 'target-invalid' });
});
