import { expect, test } from 'vitest';
import { answerAfter, envelopeFor, rawTarget, upload } from '../../test/raw-target.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const named = (port: number) => envelopeFor(port, 'hello', { url: `http://media.example:${port}/` });

test('the connection goes to the address that was checked, and the name is looked up once', async () => {
  const target = await rawTarget(answerAfter('hello', ok));
  const asked: string[] = [];
  const lookup = async (name: string) => {
    asked.push(name);
    return asked.length === 1 ? ['127.0.0.1'] : ['169.254.169.254'];
  };
  const { events } = await upload(named(target.port), 'hello', { lookup });
  expect(events).toContainEqual(expect.objectContaining({ type: 'connected', address: '127.0.0.1' }));
  expect(asked).toEqual(['media.example']);
});

test.each([
  '0x7f000001',
  '2130706433',
  '0177.1',
  '127.1',
])('%s is judged as the address it means', async (host) => {
  const asked: string[] = [];
  const policy = (address: string) => {
    asked.push(address);
    return 'no';
  };
  const { last } = await upload(envelopeFor(1, '', { url: `http://${host}/` }), '', { policy });
  expect(last).toMatchObject({ type: 'error', code: 'target-forbidden', detail: 'no' });
  expect(asked).toEqual(['127.0.0.1']);
});

test('a look-up that does not answer ends with the limit for connecting', async () => {
  const lookup = () => new Promise<never>(() => {});
  const envelope = { ...named(1), limits: { connect: 0.05 } };
  const { last } = await upload(envelope, 'hello', { lookup });
  expect(last).toMatchObject({ type: 'error', code: 'name-lookup-failed' });
});

test('a look-up that fails otherwise says nothing of the name', async () => {
  const lookup = () =>
    Promise.reject(Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' }));
  const { last } = await upload(named(1), 'hello', { lookup });
  expect(last).toMatchObject({ type: 'error', code: 'name-lookup-failed', detail: 'getaddrinfo EAI_AGAIN' });
});

test('cancelling does not wait for the look-up', async () => {
  const abort = new AbortController();
  const lookup = () => {
    abort.abort();
    return new Promise<never>(() => {});
  };
  const { last } = await upload(named(1), 'hello', { lookup, signal: abort.signal });
  expect(last).toMatchObject({ type: 'error', code: 'cancelled' });
});

test('a server that says nothing to TLS ends with the limit for connecting', async () => {
  const target = await rawTarget(() => {});
  const envelope = envelopeFor(target.port, '', {
    url: `https://127.0.0.1:${target.port}/`,
    limits: { connect: 0.1 },
  });
  const { events, last } = await upload(envelope, '');
  expect(events.map(({ type }) => type)).toEqual(['lookup', 'connected', 'error']);
  expect(last).toMatchObject({ code: 'connect-timeout', detail: 'No TLS within 0.1 s.' });
  await target.closed;
});
