import { describe, expect, it } from 'vitest';
import { plantedSecrets, plantedValue } from '../../test/planted-secrets.ts';
import { uploadForTest } from '../../test/upload-for-test.ts';
import { storable } from '../state/stored-session.ts';
import { readDetails } from './entry.ts';
import { detailsOf, summaryOf } from './entry-of.ts';
import { keptForms } from './kept-forms.ts';
import { maskDetails, readKeptSession } from './mask-details.ts';

/** As it is kept, from a server that gives back whatever it was given. */
function kept(xml: string, echo = '', parameters?: Readonly<Record<string, string>>) {
  const upload = uploadForTest({
    xml,
    ...(parameters && { parameters }),
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Echo', echo],
    ],
    body: JSON.stringify({ media_url: `https://media.example/1?x=${echo}`, echo, quoted: `“${echo}”` }),
  });
  if (upload === null) return null;
  const { sent, built, session } = upload;
  const { plan } = sent.upload.exchange.sent;
  const toKeep = { summary: summaryOf(sent), details: detailsOf(sent, storable(session)), built, plan };
  const { summary, details: masked } = keptForms({ ...toKeep, withPasswords: false });
  const { details: whole } = keptForms({ ...toKeep, withPasswords: true });
  return { whole, masked, summary, toKeep };
}

describe('what is kept without passwords', () => {
  for (const { title, plant, value = plantedValue } of plantedSecrets) {
    it(`does not hold ${title}`, () => {
      const xml = plant(value);
      const found = kept(xml, value);
      // Of some of these documents no request is made: then nothing is sent, and nothing kept.
      if (found === null) return;
      expect(JSON.stringify(found.masked)).not.toContain(value);
      expect(JSON.stringify(found.summary)).not.toContain(value);
      expect(readDetails(found.masked)).not.toBeNull();
    });
  }

  it('is kept of most of those documents', () => {
    const some = plantedSecrets.filter(({ plant, value = plantedValue }) => kept(plant(value)) !== null);
    expect(some.length).toBeGreaterThan(15);
  });

  const account = (url: string, more = '') =>
    `<account><password>s3cret-pw</password><genericMediaUploadUrl>${url}</genericMediaUploadUrl>${more}</account>`;

  it('says where a password stood, and leaves everything else to the letter', () => {
    const { masked, summary } =
      kept(account('https://media.example/up?to=%to%&amp;p=%account[password]%'), 's3cret-pw') ?? {};
    expect(masked?.request.url).toBe('https://media.example/up?to=%2B4201&p={PASSWORD}');
    expect(summary?.url).toBe('https://media.example/up?to=%2B4201&p={PASSWORD}');
    expect(masked?.reply?.headers).toEqual([
      ['Content-Type', 'application/json'],
      ['X-Echo', '{PASSWORD}'],
    ]);
    expect(masked?.blanks).toEqual(['{PASSWORD}']);
    expect(masked?.request.headers).toContainEqual([
      'Content-Type',
      'multipart/form-data; charset=utf-8; boundary="Boundary-0123456789abcdef0123456789abcdef"',
    ]);
  });

  it('masks a password in the forms that URLs, forms, JSON and XML have for it', () => {
    const value = 'pä ss/"&<w0rd';
    const echo = `${encodeURIComponent(value)} ${encodeURIComponent(value).toLowerCase()} ${JSON.stringify(value)} pä ss/&quot;&amp;&lt;w0rd`;
    const xml = account('https://media.example/up').replace('s3cret-pw', 'pä ss/"&amp;&lt;w0rd');
    const { masked } =
      kept(
        `${xml}`.replace(
          '</account>',
          '<genericMediaUploadMultipartData>p=%account[password]%</genericMediaUploadMultipartData></account>',
        ),
        echo,
      ) ?? {};
    expect(masked?.reply?.headers[1]).toEqual(['X-Echo', '{PASSWORD} {PASSWORD} "{PASSWORD}" {PASSWORD}']);
  });

  it('masks a short password where it stands alone, and leaves words alone', () => {
    const xml = account('https://media.example/up?p=%account[password]%').replace('s3cret-pw', 'me');
    const { masked } = kept(xml, 'me, media, (me)') ?? {};
    expect(masked?.request.url).toBe('https://media.example/up?p={PASSWORD}');
    expect(masked?.reply?.headers[1]).toEqual(['X-Echo', '{PASSWORD}, media, ({PASSWORD})']);
  });

  it('leaves the configuration without its passwords, to be restored', () => {
    const { masked } = kept(account('https://media.example/up'), '', { to: '+4201', token: 'abcdef' }) ?? {};
    const session = readKeptSession(masked?.session);
    expect(session?.xml).toBe(account('https://media.example/up').replace('s3cret-pw', ''));
    expect(session?.parameters).toEqual({ to: '+4201' });
  });

  it('has everything where passwords are kept, to be masked on screen', () => {
    const { whole, masked } = kept(account('https://media.example/up?p=%account[password]%')) ?? {};
    expect(whole?.request.url).toBe('https://media.example/up?p=s3cret-pw');
    const read = readDetails(structuredClone(whole));
    expect(read && maskDetails(read)).toEqual(masked);
    expect(readKeptSession(whole?.session)?.xml).toContain('s3cret-pw');
  });

  it('is the same of what another thread is given', () => {
    const { toKeep, masked } = kept(account('https://media.example/up?p=%account[password]%')) ?? {};
    const { inputs, parameters } = toKeep?.built ?? {};
    if (!toKeep || !inputs || !parameters) throw new Error('No request can be built of it.');
    const given = structuredClone({ ...toKeep, built: { inputs, parameters } });
    expect(keptForms({ ...given, withPasswords: false }).details).toEqual(masked);
  });
});
