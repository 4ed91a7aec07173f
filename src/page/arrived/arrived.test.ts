import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../../core/request/plan.ts';
import { dots } from '../../core/source/secret-masking.ts';
import type { DemoReport } from '../../demo/report.ts';
import { buildFor } from '../../test/build-for-test.ts';
import { hiddenByName } from '../exchange/hidden-by-name.ts';
import { isReportOf, reportOf, shownReport, wentToDemo } from './arrived.ts';

const origin = 'http://127.0.0.1:4173';

function planOf(nodes: Readonly<Record<string, string>> = {}): RequestPlan {
  const { plan } = buildFor({
    url: `${origin}/demo/upload?u=%account[username]%&p=%account[token]%`,
    data: 'p=%account[token]%&to=x&file=%media_content%',
    headers: 'X-Pass: a %account[token]% b\nX-Empty:',
    nodes: { username: 'žofie', token: 'hunter2', ...nodes },
  });
  if (plan === null) throw new Error('no plan');
  return plan;
}

/** What the demo server would say of a plan. */
function reportFor(plan: RequestPlan, changes: Partial<DemoReport> = {}): DemoReport {
  return {
    id: 'a',
    receivedAt: '2026-11-26T12:00:00.000Z',
    method: plan.method,
    target: plan.target,
    headers: plan.headers.map(({ name, value }) => [name, value.trim()]),
    bodyLength: plan.bodyLength,
    bodyKept: true,
    fields: [
      { name: 'p', value: 'hunter2', truncated: false },
      { name: 'to', value: 'x', truncated: false },
    ],
    files: [
      {
        field: 'file',
        name: 'hunter2.jpg',
        type: 'image/jpeg',
        size: 3,
        sha256: 'ab',
        bytesAre: null,
        media: null,
      },
    ],
    fault: null,
    ...changes,
  };
}

describe('a report', () => {
  it('is of the upload whose method, target and headers it has, as they look once through a socket', () => {
    const plan = planOf();
    const report = reportFor(plan);
    expect(isReportOf(plan, report)).toBe(true);
    expect(isReportOf(plan, { ...report, method: 'PUT' })).toBe(false);
    expect(isReportOf(plan, { ...report, target: '/demo/upload' })).toBe(false);
    expect(isReportOf(plan, { ...report, headers: report.headers.slice(1) })).toBe(false);
    expect(isReportOf(plan, { ...report, headers: [...report.headers, ['X-More', '1']] })).toBe(false);
    expect(isReportOf(plan, { ...report, headers: report.headers.map(([name]) => [name, '']) })).toBe(false);
  });

  it('is found by the id that the reply names, else by what it holds and since when', () => {
    const plan = planOf();
    const sent = { plan, startedAt: Date.parse('2026-11-26T12:00:00.000Z') };
    const replyWith = (headers: readonly (readonly [string, string])[]) => ({
      status: 200,
      statusText: '',
      httpVersion: '1.1',
      headers,
      at: 0,
      bodyBytesSent: 0,
      received: 0,
    });
    const [first, second, early] = [
      reportFor(plan, { id: 'a' }),
      reportFor(plan, { id: 'b' }),
      reportFor(plan, { id: 'c', receivedAt: '2026-11-26T11:59:59.999Z' }),
    ];
    const listed = (reports: readonly DemoReport[], clockAhead = 0) => ({ reports, clockAhead });
    const named = { sent, reply: replyWith([['x-demo-upload', 'b']]) };
    expect(reportOf(named, listed([first, second, early]))).toBe(second);
    expect(reportOf(named, listed([first, early]))).toBeNull();
    const broken = { sent, reply: null };
    expect(reportOf(broken, listed([first, second, early]))).toBe(first);
    // An earlier one that is the same to the letter is none of it.
    expect(reportOf(broken, listed([early]))).toBeNull();
    // The page’s clock may be minutes from the server’s.
    expect(reportOf(broken, listed([early], -600_000))).toBe(early);
    expect(reportOf(broken, listed([first], 600_000))).toBeNull();
  });

  it('is asked for after an upload to the demo server of this page only', () => {
    const headSent = { type: 'head-sent', at: 1, head: '' } as const;
    const sent = { plan: planOf(), startedAt: 0 };
    expect(wentToDemo({ headSent, sent }, origin)).toBe(true);
    expect(wentToDemo({ headSent: null, sent }, origin)).toBe(false);
    expect(wentToDemo({ headSent, sent }, 'http://localhost:4173')).toBe(false);
    const { plan: elsewhere } = buildFor({ url: `${origin}/other` });
    if (elsewhere === null) throw new Error('no plan');
    expect(wentToDemo({ headSent, sent: { ...sent, plan: elsewhere } }, origin)).toBe(false);
  });
});

describe('what is shown of it', () => {
  const values = (report: DemoReport, plan: RequestPlan, showSecrets = false) => {
    const { requestLine, headers, fields, files, hidesSecrets } = shownReport(report, plan, showSecrets);
    const pass = headers.shown.find(({ name }) => name.text === 'X-Pass')?.value.text;
    return {
      line: requestLine.text,
      pass,
      fields: fields.map(({ value }) => value.text),
      files,
      hidesSecrets,
    };
  };

  it('has dots for passwords where they stand, and nowhere else', () => {
    const plan = planOf();
    expect(values(reportFor(plan), plan)).toMatchObject({
      line: `POST /demo/upload?u=%C5%BEofie&p=${dots}`,
      pass: `a ${dots} b`,
      fields: [dots, 'x'],
      files: [{ name: { text: 'hunter2.jpg' } }],
      hidesSecrets: true,
    });
    // A secret of one letter does not blacken what has that letter.
    const short = planOf({ token: 'x' });
    const fields = ['x', 'x'].map((value, index) => ({ name: 'pt'[index] ?? '', value, truncated: false }));
    expect(values(reportFor(short, { fields }), short)).toMatchObject({ fields: [dots, 'x'] });
  });

  it('has them as they arrived once passwords are shown', () => {
    const plan = planOf();
    expect(values(reportFor(plan), plan, true)).toMatchObject({
      line: 'POST /demo/upload?u=%C5%BEofie&p=hunter2',
      pass: 'a hunter2 b',
      fields: ['hunter2', 'x'],
      hidesSecrets: false,
    });
  });

  it('has dots also where something else arrived than was sent', () => {
    const plan = planOf();
    const fields = [{ name: 'p', value: 'xxhunter2', truncated: true }];
    const shown = shownReport(reportFor(plan, { fields }), plan, false);
    expect(shown.fields).toMatchObject([{ value: { text: `xx${dots}` }, isCut: true }]);
  });

  it('says of no secret that it is hidden where there is none', () => {
    const plan = planOf({ token: '' });
    const report = reportFor(plan, { fields: [], files: [] });
    expect(shownReport(report, plan, false)).toMatchObject({ hidesSecrets: false, fields: [], files: [] });
  });

  it('of another client’s upload has dots for what is called like a secret', () => {
    const plan = planOf();
    const report = reportFor(plan, {
      target: '/demo/upload?password=p4ss&to=1',
      headers: [
        ['Authorization', 'Basic p4ss'],
        ['X-Other', 'hunter2'],
      ],
      fields: [{ name: 'api_key', value: 'p4ss', truncated: false }],
    });
    const hidden = JSON.stringify(shownReport(report, plan, false, true));
    expect(hidden).not.toMatch(/p4ss|: hunter2/);
    expect(JSON.stringify(shownReport(report, null, false, true))).not.toContain('p4ss');
    expect(JSON.stringify(shownReport(report, plan, true, true))).toContain('p4ss');
    expect(hiddenByName('', '/a?x=1&Token=2&y=3')).toBe(`/a?x=1&Token=${dots}&y=3`);
    expect(hiddenByName('password', 's3cret'.repeat(10_000))).toBe(`${dots}…`);
  });

  it('is no more than a page bears, and says how much is left out', () => {
    const plan = planOf();
    const field = { name: 'n'.repeat(1000), value: 'v'.repeat(65_536), truncated: true };
    const report = reportFor(plan, {
      fields: Array.from({ length: 100 }, () => field),
      fault: '\u0301'.repeat(9000),
    });
    const { fields, moreFields, fault } = shownReport(report, plan, false);
    const [first] = fields;
    expect(fields.length + moreFields).toBe(100);
    expect(fields.reduce((sum, { value }) => sum + value.text.length, 0)).toBeLessThanOrEqual(60_000);
    expect((first?.value.text.length ?? 0) + (first?.value.hidden ?? 0)).toBe(65_536);
    expect(fault?.hidden).toBeGreaterThan(0);
  });
});
