import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { plantedSecrets, plantedValue } from '../../test/planted-secrets.ts';
import { startExchange } from '../../upload/exchange.ts';
import type { Upload } from '../exchange/exchange.ts';
import { readReply } from '../exchange/reply-reading.ts';
import { pageTicket } from './page-ticket.ts';

const unsent = { upload: null, outcome: null, verdict: { kind: 'none' }, hasChanged: false } as const;

describe('what the page copies for a ticket', () => {
  it.each(plantedSecrets)('leaves out $title', ({ plant, value = plantedValue }) => {
    const built = buildFor({ xml: plant(value), params: { to: '+1' } });
    expect(pageTicket(built, unsent, 'Browser 1', null)).not.toContain(value);
  });

  it('leaves out a secret that the server says back', () => {
    const built = buildFor({
      url: 'https://media.example/up',
      data: 'password=%account[password]%',
      nodes: { password: plantedValue },
    });
    if (!built.plan) throw new Error('There is no request.');
    const body = new TextEncoder().encode(
      `{"message": "wrong: ${plantedValue}", "token": "${plantedValue}"}`,
    );
    const headers = [
      ['Content-Type', 'application/json'],
      ['Set-Cookie', `session=${plantedValue}`],
    ] as const;
    const end = {
      type: 'end',
      at: 2,
      replyBytes: body.length,
      truncated: false,
      excess: false,
      trailers: [],
    } as const;
    const reply = {
      at: 1,
      httpVersion: '1.1',
      status: 401,
      statusText: 'No',
      headers,
      bodyBytesSent: 0,
      received: body.length,
    };
    const started = startExchange<never>({ plan: built.plan, startedAt: 0 });
    const exchange = { ...started, stage: 'done', reply, end } as const;
    const reading = readReply({ status: 401, headers, body, end }, built.inputs.assumptions);
    if (!reading.verdict) throw new Error('It was not judged.');
    const upload: Upload = { exchange, earlier: [], isRunning: false, unanswered: null };
    const text = pageTicket(
      built,
      {
        upload,
        outcome: { kind: 'read', reading },
        verdict: { kind: 'judged', verdict: reading.verdict },
        hasChanged: false,
      },
      'Browser 1',
      'https://play.example/#s=1.x',
    );
    expect(text).not.toContain(plantedValue);
    expect(text).toContain('Upload failed: wrong: (secret)');
    expect(text).toContain('HTTP/1.1 401 No');
    expect(text).toContain('Set-Cookie: session=(secret)');
  });
});
