import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../core/assumptions.ts';
import type { RequestInputs } from '../core/build-request.ts';
import { accountFor, outcomesOf } from '../test/check-for-test.ts';
import { plantedSecrets, plantedValue } from '../test/planted-secrets.ts';
import { type ScriptedServer, scriptedIo, taken } from '../test/scripted-server.ts';
import { mediaOf } from './media/made-media.ts';
import type { CheckReport } from './report.ts';
import { type CheckLimits, type CheckProgress, defaultLimits, runCheck } from './run-check.ts';
import { allScenarios, scenariosOf } from './scenarios/all-scenarios.ts';

const inputs: RequestInputs = {
  xml: accountFor('https://media.example/up', 'to=%to%&description=%description%&file=%media_content%'),
  parameters: { to: '+420777123456' },
  media: { ...mediaOf({ kind: 'jpeg', size: 5000 }), standIn: true },
  assumptions: defaultAssumptions,
  boundary: 'Boundary-0123456789abcdef0123456789abcdef',
};

interface Short extends ScriptedServer {
  readonly scenarios?: readonly string[];
  readonly inputs?: Partial<RequestInputs>;
  readonly limits?: Partial<CheckLimits>;
  readonly onChange?: (report: CheckReport, progress: CheckProgress, stop: () => void) => void;
}

async function checked(short: Short) {
  const { scenarios = ['photo', 'clip', 'size-tiny', 'file-name-plain'], onChange } = short;
  const scripted = scriptedIo(short);
  const stop = new AbortController();
  const report = await runCheck(
    {
      scenarios: scenariosOf(scenarios).scenarios,
      inputs: { ...inputs, ...short.inputs },
      file: 'a.xml',
      product: 'Media Upload Playground',
      limits: { ...defaultLimits, ...short.limits },
    },
    scripted.io,
    {
      signal: stop.signal,
      ...(onChange && { onChange: (now, progress) => onChange(now, progress, () => stop.abort()) }),
    },
  );
  return { ...scripted, report };
}

describe('a check', () => {
  it('sends one scenario after the other, and keeps what was sent and answered', async () => {
    const { report, plans } = await checked({ upload: () => taken });
    expect(report).toMatchObject({
      end: 'finished',
      method: 'POST',
      url: 'https://media.example/up',
      file: 'a.xml',
    });
    expect(report.results.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['photo', 'passed'],
      ['clip', 'passed'],
      ['size-tiny', 'passed'],
      ['file-name-plain', 'passed'],
    ]);
    expect(plans.map(({ fileName, mediaType }) => [fileName, mediaType])).toEqual([
      ['photo.jpg', 'image/jpeg'],
      ['clip.mp4', 'video/mp4'],
      ['photo.jpg', 'image/jpeg'],
      ['IMG_20260427.jpg', 'image/jpeg'],
    ]);
    const [first] = report.results;
    expect(first?.variants).toContain('bare-names');
    expect(first?.exchanges[0]).toMatchObject({
      request: { method: 'POST', media: { name: 'photo.jpg', type: 'image/jpeg', size: 49152 } },
      reply: { status: 200 },
      verdict: { success: true, mediaUrl: 'https://media.example/1.jpg' },
    });
    expect(first?.exchanges[0]?.request.body.text).toContain('(photo.jpg, image/jpeg, 49152 bytes)');
  });

  it('fetches media_url, and fails where other bytes come', async () => {
    const reply = { httpVersion: '1.1', status: 200, statusText: 'OK', headers: [] };
    const { report } = await checked({ upload: () => taken, get: () => ({ reply, failure: null }) });
    expect(report.results.map(({ outcome, arrival }) => [outcome, arrival])).toEqual(
      Array(4).fill(['failed', 'different']),
    );
    expect(report.results[0]?.reasons[0]?.text).toContain('It gives 0 bytes, the upload had 49152.');
  });

  it('looks once more for a file that is not there yet', async () => {
    const statuses = [404, 200];
    const { report, waits } = await checked({
      scenarios: ['photo', 'media-url-bytes'],
      upload: () => taken,
      get: () => {
        const status = statuses.shift() ?? 500;
        return { reply: { httpVersion: '1.1', status, statusText: '', headers: [] }, failure: null };
      },
    });
    expect(waits).toContain(1000);
    expect(statuses).toEqual([]);
    expect(report.results[0]?.exchanges.map((one) => one.reply?.status)).toEqual([200, 404, 200]);
  });

  it('does not call a host of media_url again that it could not reach', async () => {
    const asked: string[] = [];
    const { report } = await checked({
      upload: () => taken,
      get: (url) => {
        asked.push(url);
        return { reply: null, failure: { code: 'refused', detail: '' } };
      },
    });
    expect(asked).toEqual(['https://media.example/1.jpg']);
    expect(outcomesOf(report)).toEqual({});
  });

  it('goes to no host of this machine or its network for a public server', async () => {
    const asked: string[] = [];
    for (const host of ['127.0.0.1', 'localhost', '10.0.0.1', '[::1]', 'nas.local', '169.254.169.254'])
      await checked({
        scenarios: ['photo'],
        upload: () => ({ ...taken, body: `{"media_url": "http://${host}/x"}` }),
        get: (url) => {
          asked.push(url);
          return { reply: null, failure: null };
        },
      });
    expect(asked).toEqual([]);
  });

  it('ends as unreachable after two calls, and as gone where it was there before', async () => {
    const nobody = { failure: 'refused', unreached: true } as const;
    const never = await checked({ upload: () => nobody });
    expect([never.report.end, never.plans.length]).toEqual(['unreachable', 2]);
    expect(outcomesOf(never.report)).toEqual({
      'not-run': ['photo', 'clip', 'size-tiny', 'file-name-plain'],
    });
    const away = await checked({ upload: (_, number) => (number < 3 ? taken : nobody) });
    expect([away.report.end, away.plans.length]).toEqual(['gone', 4]);
    expect(outcomesOf(away.report)).toEqual({ 'not-run': ['size-tiny', 'file-name-plain'] });
    for (const { outcome, reasons } of away.report.results)
      if (outcome === 'not-run') expect(reasons[0]?.text).toMatch(/reached/);
  });

  it('goes on where only one call came to nothing, and where a connection breaks', async () => {
    const { report } = await checked({
      upload: (_, number) => {
        if (number === 1) return { failure: 'refused', unreached: true };
        return number === 3 ? { failure: 'reset-before-reply' } : taken;
      },
    });
    expect(report.end).toBe('finished');
    expect(outcomesOf(report)).toEqual({ failed: ['clip'] });
  });

  it('waits for a server that asks for it, once, and says so', async () => {
    const told: string[] = [];
    const { report, waits } = await checked({
      upload: (_, number) =>
        number === 2 ? { status: 429, headers: [['Retry-After', '7']], body: '' } : taken,
      onChange: (_, { waiting }) => {
        if (waiting !== null) told.push(waiting);
      },
    });
    expect(outcomesOf(report)).toEqual({});
    expect(waits).toContain(7000);
    expect(told[0]).toBe('Waiting 7 s: the server answers 429.');
    expect(report.results[1]?.reasons.map(({ text }) => text).join()).toContain('waited, and asked again');
    expect(report.results[1]?.exchanges.map((one) => one.reply?.status)).toEqual([429, 200]);
  });

  it.each([
    ['bans after five requests', '1', 7],
    ['asks for more time than a check has', '3600', 6],
  ])('leaves a server alone that %s', async (_, seconds, sent) => {
    const { report, plans } = await checked({
      scenarios: ['media', 'description', 'file-name'],
      upload: (_plan, number) => (number > 5 ? { status: 429, headers: [['Retry-After', seconds]] } : taken),
    });
    expect(report.end).toBe('limit');
    expect(plans).toHaveLength(sent);
    const rest = report.results.filter(({ outcome }) => outcome === 'not-run');
    expect(rest.length).toBeGreaterThan(3);
    for (const { reasons } of rest) expect(reasons[0]?.text).toContain(`asks to wait ${seconds} s`);
  });

  it('takes a 503 that stays for the answer that it is', async () => {
    const { report } = await checked({
      scenarios: ['photo', 'clip'],
      upload: () => ({ status: 503, headers: [['Retry-After', '1']] }),
    });
    expect([report.end, outcomesOf(report)]).toEqual(['finished', { failed: ['photo', 'clip'] }]);
  });

  it('ends where its time is used up, and where its requests are', async () => {
    const slow = await checked({ upload: () => ({ ...taken, takes: 30_000 }), limits: { seconds: 75 } });
    expect(slow.report.end).toBe('limit');
    expect(outcomesOf(slow.report)).toEqual({ 'not-run': ['size-tiny', 'file-name-plain'] });
    const many = await checked({ upload: () => taken, limits: { requests: 3 } });
    expect(many.report.end).toBe('limit');
    expect(outcomesOf(many.report)).toEqual({ 'not-run': ['size-tiny', 'file-name-plain'] });
  });

  it('is stopped at once, whatever it is at', async () => {
    const { report } = await checked({
      upload: () => taken,
      onChange: (_, { running }, stop) => {
        if (running === 'clip') stop();
      },
    });
    expect(report.end).toBe('cancelled');
    expect(outcomesOf(report)).toEqual({ 'not-run': ['clip', 'size-tiny', 'file-name-plain'] });
  });

  it('tells each state, its results never fewer than before', async () => {
    const done: number[] = [];
    await checked({
      upload: () => taken,
      onChange: ({ results }) => {
        expect(results).toHaveLength(4);
        done.push(results.filter(({ outcome }) => outcome !== 'not-run').length);
      },
    });
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect([done[0], done.at(-1)]).toEqual([0, 4]);
  });

  it('skips what a configuration can not ask, with the reason, and passes none of it', async () => {
    const { report, plans } = await checked({
      scenarios: allScenarios.map(({ name }) => name),
      upload: () => taken,
      inputs: { xml: accountFor('https://media.example/up', 'note=hello') },
    });
    for (const { outcome, reasons, name } of report.results) {
      if (outcome === 'skipped') expect(reasons[0]?.text, name).toMatch(/^[A-Z%].*\.$/);
      else
        expect(
          ['other-part-names', 'other-method'].includes(name) || name.match(/^(reply|media-url|error)/),
        ).toBeTruthy();
    }
    expect(plans.every(({ parts }) => parts.every(({ isFile }) => !isFile))).toBe(true);
    const none = await checked({ upload: () => taken, inputs: { xml: '<account/>' } });
    expect(outcomesOf(none.report)).toEqual({ skipped: none.report.results.map(({ name }) => name) });
    expect(none.report.results[0]?.reasons[0]?.text).toMatch(/\S/);
  });

  it('warns of a server that takes everything, and says what that means', async () => {
    const { report } = await checked({
      scenarios: ['photo', 'without-file', 'wrong-credentials', 'wrong-recipient'],
      upload: () => taken,
      inputs: { xml: accountFor('https://media.example/up?token=abc123&to=%to%', 'file=%media_content%') },
    });
    expect(outcomesOf(report)).toEqual({
      failed: ['without-file'],
      warning: ['wrong-credentials', 'wrong-recipient'],
    });
    const texts = report.results.flatMap(({ reasons }) => reasons.map(({ text }) => text)).join(' ');
    expect(texts).toContain('from anybody');
    expect(texts).toContain('to anybody');
  });

  it('lets a server refuse SIP addresses, in words', async () => {
    for (const [body, outcomes] of [
      ['{"message": "Numbers only, please."}', { warning: ['recipient-sip'] }],
      ['{}', { failed: ['recipient-sip'] }],
    ] as const) {
      const { report } = await checked({
        scenarios: ['recipient'],
        upload: (_, number) => (number === 3 ? { status: 406, body } : taken),
      });
      expect(outcomesOf(report)).toEqual(outcomes);
    }
  });

  it('takes a refusal for none that comes with 200 or leads elsewhere', async () => {
    const answers = (status: number) => (plan: { readonly target: string; readonly bodyLength: number }) =>
      plan.bodyLength > 40_000 && !plan.target.includes('unknown')
        ? taken
        : { status, headers: [['Content-Type', 'application/json']] as const, body: '{"message": "No."}' };
    for (const status of [200, 302]) {
      const { report } = await checked({
        scenarios: ['photo', 'without-file'],
        upload: answers(status),
      });
      expect(outcomesOf(report)).toEqual({ failed: ['without-file'] });
    }
  });
});

describe('a report', () => {
  it.each(plantedSecrets)('holds no secret, not even one that the server gives back: $title', async ({
    plant,
    value = plantedValue,
  }) => {
    const { report } = await checked({
      scenarios: ['media', 'recipient', 'form', 'refusal', 'twice', 'reply', 'probe-put'],
      inputs: { xml: plant(value), parameters: { to: '1', 'account[password]': value } },
      upload: (plan, number) => ({
        status: number % 3 === 0 ? 402 : 200,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Echo', value],
          ['Set-Cookie', `session=${value}`],
        ],
        body: JSON.stringify({
          media_url: `https://media.example/${value}`,
          message: `${value} ${plan.url}`,
        }),
      }),
      get: () => ({ reply: null, failure: { code: 'refused', detail: `${value} is not there` } }),
    });
    expect(JSON.stringify(report)).not.toContain(value);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('keeps the beginning of what is long', async () => {
    const { report } = await checked({
      scenarios: ['photo'],
      upload: () => ({ status: 402, headers: [['X-Long', 'h'.repeat(100_000)]], body: 'x'.repeat(200_000) }),
    });
    const reply = report.results[0]?.exchanges[0]?.reply;
    expect(reply?.body.text).toHaveLength(16 * 1024);
    expect(reply?.body.more).toBe(200_000 - 16 * 1024);
    expect(JSON.stringify(report).length).toBeLessThan(60_000);
  });
});
