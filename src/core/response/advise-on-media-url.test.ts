import { describe, expect, it } from 'vitest';
import { adviseOnMediaUrl } from './advise-on-media-url.ts';

const texts = (url: string) => adviseOnMediaUrl(url).map(({ text }) => text);

describe('advice on media_url (RES-7)', () => {
  it.each([
    'https://m.example.com/1',
    'HTTPS://m.example/?a=1#b',
    'https://médias.example.com/é',
    'https://8.8.8.8/1',
    'https://172.32.0.1/1',
    'https://100.128.0.1/1',
    'https://[2001:4860:4860::8888]/1',
    'https://localhost.example.com/1',
    'https://local.example/1',
  ])('%s is fine', (url) => {
    expect(texts(url)).toEqual([]);
  });

  it.each([
    '/v/1.mp4',
    'm.example.com/1',
    '//m/1',
    'ftp://m/1',
    'http:m',
    'http:api/token',
    'https://',
  ])('%j is not absolute', (url) => {
    expect(texts(url)).toEqual([expect.stringContaining('not an absolute http or https URL')]);
  });

  it('plain http is pointed out', () => {
    expect(texts('http://m.example/1')).toEqual([expect.stringContaining('plain http')]);
  });

  it.each([
    ['localhost', "is the server's own machine"],
    ['LOCALHOST.:8443', "is the server's own machine"],
    ['api.localhost', "is the server's own machine"],
    ['127.0.0.1', "is the server's own machine"],
    ['127.1', "is the server's own machine"],
    ['2130706433', "is the server's own machine"],
    ['0x7f000001', "is the server's own machine"],
    ['0177.0.0.1', "is the server's own machine"],
    ['0', "is the server's own machine"],
    ['[::1]', "is the server's own machine"],
    ['[::]', "is the server's own machine"],
    ['[::ffff:127.0.0.1]', "is the server's own machine"],
    ['10.0.0.5', 'private network'],
    ['0xa000005', 'private network'],
    ['172.16.0.1', 'private network'],
    ['172.31.255.255', 'private network'],
    ['192.168.1.10:8080', 'private network'],
    ['3232235786', 'private network'],
    ['１９２.168.1.1', 'private network'],
    ['[::ffff:c0a8:0101]', 'private network'],
    ['[fd12:3456::1]', 'private network'],
    ['[fc00::1]', 'private network'],
    ['[64:ff9b::10.0.0.1]', 'private network'],
    ['100.64.0.1', 'a carrier shares'],
    ['100.127.255.255', 'a carrier shares'],
    ['169.254.169.254', 'link-local'],
    ['[fe80::1]', 'link-local'],
    ['printer.local', 'link-local'],
    ['media.internal', 'private network'],
    ['nas.home.arpa.', 'private network'],
    ['media', 'without a dot'],
    ['media.', 'without a dot'],
    ['user:pw@media:81', 'without a dot'],
  ])('no recipient elsewhere opens https://%s', (host, said) => {
    const found = texts(`https://${host}/1.jpg`);
    expect(found).toEqual([expect.stringContaining(said)]);
    expect(found[0]).toContain('no recipient elsewhere can open it');
  });

  it.each([
    [' https://m.example/', 'before it (a space)'],
    ['https://m.example/1\n', 'after it (a line break)'],
    ['\thttps://m.example/1 ', 'before it (a tab) and after it (a space)'],
    ['https://m.example/a b', 'in it (a space)'],
    ['https://m.example/a\u00A0b', 'in it (U+00A0)'],
    ['https://m.example/\r\na', 'in it (a line break)'],
  ])('white space in %j is named as that, and as nothing else', (url, where) => {
    expect(texts(url)).toEqual([expect.stringContaining(`white space ${where}`)]);
  });

  it('says all that holds of one', () => {
    expect(texts(' http://media/1')).toEqual([
      expect.stringContaining('white space before it'),
      expect.stringContaining('without a dot'),
      expect.stringContaining('plain http'),
    ]);
    expect(texts(' m.example/1')).toEqual([
      expect.stringContaining('white space'),
      expect.stringContaining('not an absolute'),
    ]);
  });
});
