import { describe, expect, it } from 'vitest';
import { withAssumptions } from '../assumptions.ts';
import { judgeResponse } from './judge.ts';

const body = new TextEncoder().encode('{"media_url":"https://m.example/1","message":"stored"}');
const empty = new Uint8Array();

function judge(status: number, more: Partial<Parameters<typeof judgeResponse>[0]> = {}) {
  const headers = [
    ['Content-Type', 'application/json'],
    ['Content-Length', String(body.length)],
  ] as const;
  return judgeResponse({ status, headers, body, assumptions: withAssumptions({}), ...more });
}

describe('a reply that has no body by its status (RES-8)', () => {
  it.each([204, 205, 304])('%i fails whatever bytes follow', (status) => {
    const verdict = judge(status);
    expect(verdict).toMatchObject({ success: false, generic: true, kind: null, text: '' });
    expect(verdict.mediaUrl).toBeUndefined();
    expect(verdict.path).toBeUndefined();
    const texts = verdict.reasons.filter(({ rule }) => rule === 'RES-8').map(({ text }) => text);
    expect(texts[0]).toContain(`status ${status} (`);
    expect(texts[0]).toContain('Answer 200');
    expect(texts[1]).toContain("isn't read");
  });

  it.each([204, 205, 304])('a saved %i and one from the wire are judged alike', (status) => {
    const fromTheWire = judge(status, { body: empty, excess: true });
    expect(fromTheWire).toEqual(judge(status));
    expect(judge(status, { receivedLength: 5_000_000 })).toEqual(judge(status));
  });

  it('no two pieces of advice contradict each other', () => {
    const texts = judge(204, { body: empty, excess: true }).reasons.map(({ text }) => text);
    expect(texts.filter((text) => text.includes('Content-Length'))).toHaveLength(1);
  });

  it('an announced length alone is pointed out, but not that of a 304', () => {
    const announced = (status: number) =>
      judge(status, { body: empty }).reasons.filter(
        ({ tone, rule }) => tone === 'advice' && rule === 'RES-8',
      );
    expect(announced(204)).toHaveLength(1);
    expect(announced(304)).toEqual([]);
  });

  it('one without a body has only the reason why there is no field', () => {
    const { reasons } = judge(204, { body: empty, headers: [['Content-Length', '0']] });
    expect(reasons.map(({ rule }) => rule)).toEqual(['RES-1', 'RES-8', 'RES-1', 'RES-3']);
    expect(judge(205, { body: empty, headers: [] }).reasons).toHaveLength(4);
  });

  it('message stays unread too, where the assumption would show it', () => {
    const assumptions = withAssumptions({ 'success-without-media-url': 'message' });
    expect(judge(204, { assumptions })).toMatchObject({ success: false, generic: true });
  });
});
