/** For tests: a report of a check as it may come, with every outcome, and parts of one. */
import {
  type CheckReport,
  type Outcome,
  type RecordedExchange,
  reportVersion,
  type ScenarioResult,
} from '../server-check/report.ts';

export function exchangeForTest(changes: Partial<RecordedExchange> = {}): RecordedExchange {
  return {
    about: '',
    startedAt: Date.UTC(2026, 10, 27, 8, 10),
    milliseconds: 184,
    request: {
      method: 'POST',
      url: 'https://media.riverside.example/v1/upload?from=4201&to=%2B420777123456',
      headers: [
        ['Host', 'media.riverside.example'],
        ['Connection', 'close'],
        ['Content-Type', 'multipart/form-data; charset=utf-8; boundary="b7e1f0"'],
        ['Content-Length', '49634'],
        ['X-Api-Key', '********'],
      ],
      body: {
        text: '--b7e1f0\r\nContent-Disposition: form-data; name=text\r\n\r\nSunset over the lake\r\n--b7e1f0\r\nContent-Disposition: form-data; name=file; filename=sunset.jpg\r\nContent-Type: image/jpeg\r\n\r\n(sunset.jpg, image/jpeg, 49152 bytes)\r\n--b7e1f0--\r\n',
        more: 0,
      },
      bodyLength: 49_634,
      media: { name: 'sunset.jpg', type: 'image/jpeg', size: 49_152 },
    },
    reply: {
      httpVersion: '1.1',
      status: 200,
      statusText: 'OK',
      headers: [
        ['Server', 'nginx/1.22.1'],
        ['X-Powered-By', 'PHP/8.2.7'],
        ['Content-Type', 'application/json'],
      ],
      body: { text: '{"media_url":"https://media.riverside.example/m/8f1c.jpg"}', more: 0 },
      bytes: 58,
    },
    failure: null,
    verdict: {
      success: true,
      mediaUrl: 'https://media.riverside.example/m/8f1c.jpg',
      shown: null,
      generic: false,
      reasons: [{ rule: 'RES-1', text: 'The status is 200 and media_url is not empty.' }],
    },
    ...changes,
  };
}

export function resultForTest(
  name: string,
  outcome: Outcome,
  changes: Partial<ScenarioResult> = {},
): ScenarioResult {
  return {
    name,
    group: 'media',
    title: name,
    rule: 'RES-1',
    outcome,
    reasons: outcome === 'passed' ? [] : [{ rule: 'RES-1', text: `${name} did not come as expected.` }],
    variants: [],
    arrival: 'unknown',
    exchanges: outcome === 'skipped' || outcome === 'not-run' ? [] : [exchangeForTest()],
    milliseconds: 184,
    ...changes,
  };
}

export function reportForTest(changes: Partial<CheckReport> = {}): CheckReport {
  return {
    version: reportVersion,
    product: 'Media Upload Playground 0.1.0',
    startedAt: Date.UTC(2026, 10, 27, 8, 10),
    milliseconds: 12_340,
    method: 'POST',
    url: 'https://media.riverside.example/v1/upload?from=4201&to=%2B420777123456',
    file: 'riverside.xml',
    end: 'finished',
    results: [
      resultForTest('photo', 'passed', { title: 'A photo', arrival: 'same' }),
      resultForTest('clip', 'passed', { title: 'A clip', rule: 'MP-8', arrival: 'same' }),
      resultForTest('size-2100k', 'failed', {
        group: 'size',
        title: '2.1 MB',
        rule: 'RES-7',
        reasons: [
          { rule: 'RES-7', text: 'The server answered 413; the user sees the app’s generic error.' },
          { rule: 'RES-2', text: 'The reply has no message.' },
        ],
        exchanges: [
          exchangeForTest({
            reply: {
              httpVersion: '1.1',
              status: 413,
              statusText: 'Request Entity Too Large',
              headers: [
                ['Server', 'nginx/1.22.1'],
                ['Content-Type', 'text/html'],
              ],
              body: {
                text: '<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n<center><h1>413 Request Entity Too Large</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n',
                more: 0,
              },
              bytes: 183,
            },
            verdict: {
              success: false,
              mediaUrl: null,
              shown: 'The message could not be sent.',
              generic: true,
              reasons: [{ rule: 'RES-2', text: 'The status is 413, and the reply has no message.' }],
            },
          }),
        ],
      }),
      resultForTest('description-alphabets', 'passed', {
        group: 'description',
        title: 'Letters of other alphabets',
        rule: 'MP-5',
      }),
      resultForTest('file-name-letters', 'warning', {
        group: 'file-name',
        title: 'A file name with other letters',
        rule: 'MP-6',
        reasons: [
          {
            rule: 'MP-6',
            text: 'The media came back under another name: sÃ¡nset.jpg instead of sánset.jpg.',
          },
        ],
      }),
      resultForTest('wrong-credentials', 'skipped', {
        group: 'refusal',
        title: 'Wrong credentials',
        rule: 'HDR-6',
        reasons: [{ rule: 'HDR-6', text: 'This configuration sends no credentials.' }],
      }),
      resultForTest('slow', 'not-run', {
        group: 'timing',
        title: 'A slow upload',
        rule: 'KEY-4',
        reasons: [],
      }),
    ],
    diagnosis: {
      causes: [
        {
          id: 'limit-nginx-body',
          title: 'nginx refuses bodies over 1 MB',
          confidence: 'high',
          evidence: [
            '2.1 MB: 413 with nginx’s own error page',
            '0.9 MB passed',
            'Server: nginx/1.22.1 in every reply',
          ],
          explains: ['size-2100k', 'size-64m'],
          remedies: [
            {
              kind: 'lines',
              text: 'Let nginx take bodies of up to 64 MB.',
              where: 'nginx.conf, in the server block',
              lines: 'client_max_body_size 64m;\nclient_body_timeout 60s;',
            },
            {
              kind: 'account-xml',
              text: 'Until then, let the app wait longer.',
              key: 'genericMediaUploadTimeout',
              value: '120',
            },
            { kind: 'advice', text: 'Answer 413 with a message that the user understands.' },
          ],
        },
        {
          id: 'latin-1-file-names',
          title: 'File names are read as Latin-1',
          confidence: 'low',
          evidence: ['The name came back as sÃ¡nset.jpg'],
          explains: ['file-name-letters'],
          remedies: [],
        },
      ],
      readers: [
        { id: 'php', title: 'PHP' },
        { id: 'apache-php', title: 'PHP behind Apache' },
      ],
      next: {
        scenario: 'put',
        text: 'Run “PUT instead of POST”: PHP loses it, the others that fit read it.',
      },
    },
    ...changes,
  };
}
