import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../assumptions.ts';
import { judgeResponse } from './judge.ts';

function advised(status: number, body = '') {
  const bytes = new TextEncoder().encode(body);
  const { reasons } = judgeResponse({ status, headers: [], body: bytes, assumptions: defaultAssumptions });
  return reasons.filter(({ rule }) => rule === 'RES-7').map(({ text }) => text);
}

describe('a refused upload (RES-7)', () => {
  it('413 comes with the limits, and the settings that raise them', () => {
    for (const body of ['', '{"message":"too large"}', '<html><hr></html>']) {
      const [text] = advised(413, body);
      for (const part of [
        '1 MB (client_max_body_size)',
        '2 MB (upload_max_filesize)',
        '8 MB (post_max_size)',
      ])
        expect(text).toContain(part);
    }
  });

  it.each([400, 403])('%i without a field names what firewalls are reported to refuse', (status) => {
    const [text] = advised(status, '<html><hr></html>');
    for (const part of ['Reported, not measured', 'charset', 'quoted boundary', '8 KiB']) {
      expect(text).toContain(part);
    }
  });

  it.each([
    [400, '{"message":"no"}'],
    [403, '<r><media_url>x</media_url></r>'],
    [401, ''],
    [404, ''],
    [500, ''],
  ])('%i with %j says nothing of firewalls', (status, body) => {
    expect(advised(status, body)).toEqual([]);
  });

  it.each([
    [
      '<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>',
      /expects TLS.*https:/,
    ],
    ["Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />", /expects TLS/],
    ['Bad Request\r\nThis combination of host and port requires TLS.', /expects TLS/],
    ['Client sent an HTTP request to an HTTPS server.\n', /expects TLS/],
    [
      '<html><head><title>400 No required SSL certificate was sent</title></head></html>',
      /client certificate/,
    ],
  ])('a page that says what TLS wanted is read: %j', (body, text) => {
    expect(advised(400, body)).toEqual([expect.stringMatching(text)]);
  });
});
