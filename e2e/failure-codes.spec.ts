/**
 * Every transport failure is shown in its own words. The codes are those of the protocol between page
 * and server (`FailureCode`): whoever adds one there adds a row here. The journeys know nothing of
 * the program, so no compiler says that one is missing.
 */
import {
  type Arrange,
  answers,
  asking,
  at,
  cancelledByHand,
  certified,
  changedMedia,
  closedPort,
  cookies,
  deletedMedia,
  madeUp,
  mediaGoneUnderway,
  offline,
  plainHttpToTls,
  plainPort,
  server,
  testAuthority,
  wrongToken,
} from './support/arranged-failures.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { reply, success, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

// Certificates of its authority verify, but for what is wrong with each.
test.use({ authority: testAuthority });

type Row = readonly [code: string, words: string, arrange: Arrange];

const upload = (url: string, bodyLength = 0) => ({ method: 'POST', url, headers: [], bodyLength });

const rows: Readonly<Record<string, readonly Row[]>> = {
  'on the way to the server': [
    // No name server is asked: no label of a name is that long.
    ['name-not-found', 'Not sent: host not found', at(`http://${'x'.repeat(64)}.invalid`)],
    ['name-lookup-failed', 'Not sent: DNS lookup failed', madeUp('name-lookup-failed')],
    // Loopback's own broadcast address, to which no connection leads.
    ['no-route', 'Not sent: no route to host', at('http://127.255.255.255:9')],
    ['refused', 'Not sent: connection refused', closedPort],
    [
      'connect-timeout',
      'Not sent: connection timed out',
      asking((origin) => ({
        ...upload(`${origin.replace('http:', 'https:')}/up`),
        limits: { connect: 0.3 },
      })),
    ],
    ['target-forbidden', 'Not sent: this address is not allowed', at('http://169.254.169.254')],
    [
      'target-invalid',
      'Not sent: the URL or a header is invalid',
      asking((origin) => upload(`${origin}/a b`)),
    ],
  ],
  'with certificates': [
    ['tls-expired', 'Not sent: the server’s certificate has expired', certified('expired')],
    ['tls-not-yet-valid', 'Not sent: the server’s certificate is not valid yet', certified('future')],
    ['tls-wrong-name', 'Not sent: the certificate is for another name', certified('other')],
    ['tls-self-signed', 'Not sent: the certificate is self-signed', certified('self-signed')],
    ['tls-unknown-authority', 'Not sent: the certificate’s issuer is unknown', certified('stranger')],
    ['tls-protocol', 'Not sent: TLS handshake failed', plainPort],
    [
      'tls-client-certificate',
      'No reply: the server requires a client certificate',
      certified('good', { requestCert: true, rejectUnauthorized: true }),
    ],
    [
      'tls-http2-only',
      'No reply: the server supports HTTP/2 only',
      certified('good', { ALPNProtocols: ['h2'] }),
    ],
    ['tls-expected', 'No reply: the port expects TLS', plainHttpToTls],
  ],
  'between upload and reply': [
    [
      'reset-before-reply',
      'No reply: the server closed the connection',
      server((socket) => socket.resetAndDestroy()),
    ],
    ['reset-before-reply', 'No reply: the server closed the connection', answers('')],
    [
      'reset-during-reply',
      'the connection was closed during the reply',
      answers('HTTP/1.1 200 OK\r\nContent-'),
    ],
    [
      'reply-too-short',
      'No complete reply: the reply is shorter than it says',
      answers(reply('200 OK', 'text/xml', '<r/>', ['Content-Length: 999'])),
    ],
    ['silence', 'No reply: the server stopped responding', server(() => {}, '1')],
    [
      'total-timeout',
      'No reply: total time exceeded',
      asking((origin) => ({ ...upload(`${origin}/up`), limits: { total: 0.3 } })),
    ],
    ['not-http', 'No reply: the reply is not HTTP', answers('SSH-2.0-OpenSSH_9.6\r\n')],
    ['reply-head-too-large', 'No reply: the reply’s headers are too large', answers(cookies)],
    ['cancelled', 'No reply: you cancelled it', cancelledByHand],
  ],
  'between page and playground': [
    ['media-unreadable', 'Not sent: the media file can’t be read any more', deletedMedia],
    ['media-changed', 'Not sent: the media file changed on disk', changedMedia],
    ['media-changed-while-sent', 'No reply: the media file changed during the upload', mediaGoneUnderway],
    [
      'body-too-short',
      'No reply: the body is shorter than its Content-Length',
      asking((to) => upload(`${to}/up`, 9), 'short'),
    ],
    [
      'body-too-long',
      'No reply: the body is longer than its Content-Length',
      asking((to) => upload(`${to}/up`, 1), 'long'),
    ],
    [
      'envelope-invalid',
      'Not sent: the playground couldn’t accept this request',
      asking(() => 'no envelope\n'),
    ],
    ['proxy-refused', 'Not sent: the playground’s own server refused the upload', wrongToken],
    ['proxy-unreachable', 'No reply: the playground’s own server is unreachable', offline],
    ['internal', 'No reply: internal error in the playground', madeUp('internal')],
  ],
};

const xml = (origin: string, timeout = '') => `<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
  ${timeout && `<genericMediaUploadTimeout>${timeout}</genericMediaUploadTimeout>`}
</account>
`;

for (const [where, group] of Object.entries(rows)) {
  test(`what goes wrong ${where} is said in words of its own, and the next upload succeeds`, async ({
    page,
    rawServer,
  }, testInfo) => {
    test.slow();
    const playground = new PlaygroundPage(page);
    await playground.open();
    const outcome = page.getByRole('status');
    for (const [code, words, arrange] of group) {
      await test.step(code, async () => {
        const undoings: (() => Promise<unknown>)[] = [];
        const later = (undo: () => Promise<unknown>) => void undoings.push(undo);
        const { origin, timeout, afterSend } = await arrange({
          page,
          playground,
          testInfo,
          rawServer,
          later,
        });
        await playground.setXml(xml(origin, timeout));
        await expect(playground.url).toContainText(origin);
        await playground.send.click();
        await afterSend?.();
        await expect(outcome).toContainText(words);
        await expect(outcome).toContainText('What to try');
        await expect(outcome).toContainText(code);
        await expect(playground.verdict).toHaveCount(0);
        await expect(playground.send).toBeEnabled();
        for (const undo of undoings) await undo();
      });
    }
    await test.step('and after all these the next upload succeeds', async () => {
      const good = await rawServer(whenComplete((socket) => socket.end(success)));
      await playground.setXml(xml(good.origin));
      await expect(playground.url).toContainText(good.origin);
      await playground.send.click();
      await expect(playground.verdict).toHaveText(/^Upload succeeded/);
    });
  });
}
