/** For tests: any report, with the texts that servers, documents and file names can bring into one. */
import fc from 'fast-check';
import {
  type CheckReport,
  type RecordedExchange,
  reportVersion,
  type ScenarioResult,
} from '../server-check/report.ts';
import { type ScenarioGroup, scenarioGroups } from '../server-check/scenario.ts';

const hostile = [
  '</pre><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' style='x",
  ']]>',
  '<!--',
  '&lt;&#0;&amp;',
  '\u0000\u001b[2J\u0085\u2028\u202e\ufffe\ufeff',
  '\ud800',
  'a\r\nb\nc\rd\te',
  '::error::x',
  '%0A',
];

const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 12 }), fc.string());
const count = fc.nat({ max: 100_000_000 });
const cut = fc.record({ text, more: fc.nat({ max: 3 }) });
const headers = fc.array(fc.tuple(text, text), { maxLength: 3 });
const reasons = fc.array(fc.record({ rule: text, text }), { maxLength: 3 });
const outcome = fc.constantFrom('passed', 'warning', 'failed', 'observed', 'skipped', 'not-run');
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

export const anyExchange: fc.Arbitrary<RecordedExchange> = fc.record({
  about: text,
  startedAt: count,
  milliseconds: count,
  request: fc.record({
    method: text,
    url: text,
    headers,
    body: cut,
    bodyLength: count,
    media: orNull(fc.record({ name: text, type: text, size: count })),
  }),
  reply: orNull(
    fc.record({
      httpVersion: text,
      status: count,
      statusText: text,
      headers,
      body: cut,
      bytes: count,
    }),
  ),
  failure: orNull(fc.record({ code: text, title: text, detail: text })),
  verdict: orNull(
    fc.record({
      success: fc.boolean(),
      mediaUrl: orNull(text),
      shown: orNull(text),
      generic: fc.boolean(),
      reasons,
    }),
  ),
});

const groups = Object.keys(scenarioGroups) as ScenarioGroup[];

const anyResult: fc.Arbitrary<ScenarioResult> = fc.record({
  name: text,
  group: fc.constantFrom(...groups),
  title: text,
  rule: text,
  outcome,
  reasons,
  variants: fc.array(text, { maxLength: 2 }),
  arrival: fc.constantFrom('same', 'different', 'unknown'),
  exchanges: fc.array(anyExchange, { maxLength: 2 }),
  milliseconds: count,
});

const remedy = fc.oneof(
  fc.record({ kind: fc.constant('account-xml' as const), text, key: text, value: text }),
  fc.record({ kind: fc.constant('lines' as const), text, where: text, lines: text }),
  fc.record({ kind: fc.constant('advice' as const), text }),
);

export const anyReport: fc.Arbitrary<CheckReport> = fc.record({
  version: fc.constant(reportVersion),
  product: text,
  startedAt: count,
  milliseconds: count,
  method: text,
  url: text,
  file: text,
  end: fc.constantFrom('finished', 'cancelled', 'unreachable', 'gone', 'limit'),
  results: fc.array(anyResult, { maxLength: 4 }),
  diagnosis: orNull(
    fc.record({
      causes: fc.array(
        fc.record({
          id: text,
          title: text,
          confidence: fc.constantFrom('high', 'medium', 'low'),
          evidence: fc.array(text, { maxLength: 2 }),
          explains: fc.array(text, { maxLength: 2 }),
          remedies: fc.array(remedy, { maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
      readers: fc.array(fc.record({ id: text, title: text }), { maxLength: 2 }),
      next: orNull(fc.record({ scenario: text, text })),
    }),
  ),
});
