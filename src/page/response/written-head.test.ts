import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { advanceExchange, startExchange } from '../../upload/exchange.ts';
import { writtenHead } from '../../upload/written-head.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { headRuns, holdsSecrets } from './written-head.ts';

const built = buildFor({
  url: 'https://m.example/%account[password]%/ž',
  data: 'd=%description%&f=%media_content%',
  headers: 'X-Key: k=%account[password]%;\nX-Mask: %account[username]%',
  nodes: { password: '1', username: 'me' },
  params: { description: 'ž' },
});
const plan = built.plan ?? never();

function never(): never {
  throw new Error('no plan');
}

function written(text: string): Exchange {
  const head = Buffer.from(text).toString('base64');
  const exchange = startExchange({ plan, startedAt: 0 });
  return advanceExchange(exchange, { type: 'events', events: [{ type: 'head-sent', at: 1, head }] });
}

describe('the head as it was written', () => {
  it('is equal to the preview to the byte, and its runs are it', () => {
    const head = writtenHead(written(built.headText)) ?? never();
    expect(head.comparison.kind).toBe('equal');
    const runs = headRuns(head, plan);
    expect(runs.map(({ text }) => text).join('')).toBe(built.headText);
    // The digit elsewhere, as in HTTP/1.1, is not hidden: that would tell what the password is.
    expect(runs.filter(({ hidden }) => hidden)).toEqual([
      { text: '1', hidden: true },
      { text: '1', hidden: true },
    ]);
  });

  it('hides what is a password in the preview also where it differs', () => {
    const text = built.headText.replace('X-Mask', 'x-mask');
    const head = writtenHead(written(text)) ?? never();
    expect(head.comparison).toMatchObject({ kind: 'different', difference: { place: 'exact' } });
    const runs = headRuns(head, plan);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    expect(runs.filter(({ hidden }) => !hidden).some((run) => run.text.includes('1'))).toBe(false);
  });

  it('is none before it was written', () => {
    expect(writtenHead(startExchange({ plan, startedAt: 0 }))).toBeNull();
  });

  it('says where secrets are', () => {
    expect(holdsSecrets(plan, 'head')).toBe(true);
    expect(holdsSecrets(plan, 'body')).toBe(false);
  });
});
