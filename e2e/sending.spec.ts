import { cliPreview } from './support/cli.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { success, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

/** Starts like a JPEG and holds what could be taken for a delimiter. */
const photo = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('\r\n--B\r\n\r\n\0\u00ff')]);

const xml = (method: string, origin: string) => `<account>
  <username>žofie</username>
  <password>p&amp;w"</password>
  <genericMediaUploadUrl>${origin}/nahrát/%to%?d=%description%</genericMediaUploadUrl>
  <genericMediaUploadMethod>${method}</genericMediaUploadMethod>
  <genericMediaUploadMultipartData>from=%account[username]%&amp;password=%account[password]%&amp;d=%description%&amp;jm%C3%A9no=a+b%26&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>x-UPPER-lower: %description%
X-Empty:
X-Size: %media_size%</genericMediaUploadCustomHeaders>
</account>
`;

const parameters = { to: '+420 777/123', description: 'Západ "slunce" 🌅 a=b&c%41' };

for (const method of ['POST', 'PUT']) {
  test(`${method}: the server receives exactly the bytes of the preview`, async ({ page, rawServer }) => {
    const server = await rawServer(whenComplete((socket) => socket.end(success)));
    const playground = new PlaygroundPage(page);
    const document = xml(method, server.origin);
    await playground.open();
    await playground.setXml(document);
    for (const [name, value] of Object.entries(parameters)) await playground.parameter(name).fill(value);
    await playground.chooseFile({ name: 'moře 🌊 "1".jpg', mimeType: 'image/jpeg', buffer: photo });
    await expect(playground.body).toContainText('filename="moře 🌊');

    const [line, headers, body] = await playground.shownRequest();
    await playground.send.click();
    await expect(playground.verdict).toHaveText(/^Upload succeeded/);

    const received = server.received();
    const [headText, bodyText] = readable(received, photo);
    expect(headText).toBe(`${requestLine(line)}\n${headers}`);
    expect(bodyText).toBe(body);

    const boundary = /boundary="([^"]+)"/.exec(headers)?.[1] ?? '';
    const file = { name: 'moře 🌊 "1".jpg', bytes: photo };
    const previewed = await cliPreview({ xml: document, parameters, file, boundary });
    expect(received.equals(previewed)).toBe(true);
  });
}

test('what the page only hides is sent as it is, and what is masked on the wire is masked', async ({
  page,
  rawServer,
}) => {
  const server = await rawServer(whenComplete((socket) => socket.end(success)));
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(
    xml('POST', server.origin)
      .replace('</username>', '</username><apiPass>hidden-secret</apiPass>')
      .replace('d=%description%&amp;jm', 'key=%account[apiPass]%&amp;jm'),
  );
  await expect(playground.body).toContainText('name=key');
  await expect(playground.body).toContainText('********');
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  const text = server.received().toString();
  expect(text).toContain('name=key\r\n\r\nhidden-secret\r\n');
  expect(text).toContain('name=password\r\n\r\n********\r\n');
  expect(text).not.toContain('p&w');
});

/** Head and body as text, the line ends of the message as LF, the media folded. */
function readable(received: Buffer, media: Buffer): readonly [head: string, body: string] {
  const headEnd = received.indexOf('\r\n\r\n');
  const body = received.subarray(headEnd + 4);
  const at = body.indexOf(media);
  const folded = `${body.subarray(0, at)}«media»${body.subarray(at + media.length)}`;
  return [received.subarray(0, headEnd).toString().replaceAll('\r\n', '\n'), folded.replaceAll('\r\n', '\n')];
}

/** `POST http://host/target` as the request line. */
function requestLine(shown: string): string {
  return `${shown.replace(/ https?:\/\/[^/?]+/, ' ')} HTTP/1.1`;
}
