import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasUnseen } from '../core/source/escape-unseen.ts';
import { buildFor } from '../test/build-for-test.ts';
import { anyText } from '../test/generated-configurations.ts';
import { exportedRequest } from './exported-request-of.ts';
import { type TicketInputs, ticket } from './ticket.ts';

function inputs(changes: Partial<TicketInputs> = {}): TicketInputs {
  const { plan, xml } = buildFor({ data: 'to=%to%&file=%media_content%', params: { to: '+1' } });
  return {
    configuration: xml,
    request: plan && exportedRequest(plan),
    outcome: {
      reply: {
        statusLine: 'HTTP/1.1 402 Payment Required',
        headers: [['Content-Type', 'text/xml']],
        body: '<a/>',
        bodySize: 4,
      },
      verdict: 'Upload failed: no credit',
      reasons: [{ rule: 'RES-2', text: 'The status is 402.' }],
    },
    versions: { 'Media Upload Playground': '1' },
    link: 'https://play.example/#s=1.abc',
    ...changes,
  };
}

describe('what is copied for a ticket', () => {
  it('says verdict, configuration, request, reply, versions and link', () => {
    const text = ticket(inputs());
    expect(text.match(/^## .*$/gm)).toEqual([
      '## Verdict',
      '## Account XML',
      '## Request',
      '## Reply',
      '## Versions',
      '## Open it again',
    ]);
    expect(text).toContain('Upload failed: no credit\n\n- RES-2: The status is 402.');
    expect(text).toContain('POST /up HTTP/1.1\nHost: example.com\n');
    expect(text).toContain('\n(a.jpg, 9 bytes)\n--B--\n```');
    expect(text).toContain('```http\nHTTP/1.1 402 Payment Required\nContent-Type: text/xml\n\n<a/>\n```');
    expect(text).toContain('<https://play.example/#s=1.abc>');
  });

  it('leaves out what there is not', () => {
    const text = ticket(inputs({ outcome: null, request: null, link: null }));
    expect(text.match(/^## .*$/gm)).toEqual(['## Account XML', '## Versions']);
  });

  it('lets no text of others end its block or hide', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('```', '````\n# x', '~~~', '\x1b[2J', '\u202e'), (text, bad) => {
        const evil = `${text}\n${bad}\n${text}`;
        const written = ticket(
          inputs({
            configuration: evil,
            outcome: {
              reply: { statusLine: evil, headers: [['X', evil]], body: evil, bodySize: 1 },
              verdict: evil,
              reasons: [{ rule: 'RES-1', text: evil }],
            },
          }),
        );
        expect(hasUnseen(written.replaceAll('\n', ''))).toBe(false);
        expect(outsideFences(written).filter((line) => /^(?:#{1,6} |[`~]{3})/.test(line))).toEqual([
          '## Verdict',
          '## Account XML',
          '## Request',
          '## Reply',
          '## Versions',
          '## Open it again',
        ]);
      }),
    );
  });

  it('is bounded', () => {
    const body = 'x'.repeat(1_000_000);
    const reply = { statusLine: 'HTTP/1.1 200 OK', headers: [], body, bodySize: body.length };
    const text = ticket(inputs({ outcome: { reply, verdict: 'Upload failed', reasons: [] } }));
    expect(text.length).toBeLessThan(25_000);
    expect(text).toContain('(cut here: 1000000 characters in all)');
  });
});

/** As CommonMark reads fences: one ends at a run of its own character that is as long. */
function outsideFences(text: string): string[] {
  const outside: string[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    const [run = ''] = /^(?:`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === '') {
      if (run === '') outside.push(line);
      else fence = run;
    } else if (run.startsWith(fence) && run === line.trim()) fence = '';
  }
  return outside;
}
