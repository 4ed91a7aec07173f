import { describe, expect, it } from 'vitest';
import { knownSecrets } from '../../core/secrets/known-secrets.ts';
import { plantedValue } from '../../test/planted-secrets.ts';
import { type ShortUpload, uploadForTest } from '../../test/upload-for-test.ts';
import { exportedReply } from './har-reply.ts';

const xml = `<account><password>${plantedValue}</password><genericMediaUploadUrl>https://media.example/up?p=%account[password]%</genericMediaUploadUrl></account>`;

function replyTo(short: Omit<ShortUpload, 'xml'>, { hasChanged = false, areSecretsIn = false } = {}) {
  const one = uploadForTest({ xml, ...short });
  if (one === null) throw new Error('No request can be built of it.');
  const { upload, reading } = one.sent;
  const outcome = reading && ({ kind: 'read', reading } as const);
  const secrets = areSecretsIn ? null : knownSecrets(one.built, upload.exchange.sent.plan);
  return exportedReply({ upload, outcome, hasChanged }, secrets);
}

const echoed = {
  headers: [['X-Echo', plantedValue]] as const,
  body: JSON.stringify({ message: `No: ${plantedValue}` }),
  status: 401,
};

describe('the reply in a HAR', () => {
  it('is there, without the secrets that it says back', () => {
    const found = replyTo(echoed);
    expect(found).toMatchObject({ startedAt: 0, time: 9, reply: { status: 401, statusText: 'OK' } });
    expect(JSON.stringify(found)).not.toContain(plantedValue);
    expect(found?.reply.body).toEqual({ kind: 'text', text: '{"message":"No: {KEY}"}' });
  });

  it('is to the letter where secrets are to go in', () => {
    const { reply } = replyTo(echoed, { areSecretsIn: true }) ?? {};
    expect(reply).toMatchObject({ headers: echoed.headers, body: { kind: 'text', text: echoed.body } });
  });

  it('is none where the request is another by now', () => {
    expect(replyTo(echoed, { hasChanged: true })).toBeNull();
  });

  it('says that its body is left out where it is too long to be looked through', () => {
    const { reply } = replyTo({ body: 'x'.repeat(70_000) }) ?? {};
    expect(reply?.body).toMatchObject({ kind: 'left out' });
    expect(reply?.bodySize).toBe(70_000);
  });
});
