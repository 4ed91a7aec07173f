/**
 * A check as this browser keeps it. What is read may have been written by another version of the page; what is not
 * of this shape is left alone.
 */
import * as z from 'zod/mini';
import { type CheckReport, type Outcome, reportVersion } from '../../../server-check/report.ts';
import { type ScenarioGroup, scenarioGroups } from '../../../server-check/scenario.ts';
import { outcomeWords } from '../check-words.ts';

// Compiled checks need `eval`, which the page does not allow.
z.config({ jitless: true });

const text = z.string();
const count = z.number();
const cutText = z.object({ text, more: count });
const headers = z.array(z.tuple([text, text]));
const reasons = z.array(z.object({ rule: text, text }));
const isOutcome = (name: string): name is Outcome => Object.hasOwn(outcomeWords, name);
const outcome = z.enum(Object.keys(outcomeWords).filter(isOutcome));

const isGroup = (name: string): name is ScenarioGroup => Object.hasOwn(scenarioGroups, name);
const group = z.enum(Object.keys(scenarioGroups).filter(isGroup));

const exchange = z.object({
  about: text,
  startedAt: count,
  milliseconds: count,
  request: z.object({
    method: text,
    url: text,
    headers,
    body: cutText,
    bodyLength: count,
    media: z.nullable(z.object({ name: text, type: text, size: count })),
  }),
  reply: z.nullable(
    z.object({
      httpVersion: text,
      status: count,
      statusText: text,
      headers,
      body: cutText,
      bytes: count,
    }),
  ),
  failure: z.nullable(z.object({ code: text, title: text, detail: text })),
  verdict: z.nullable(
    z.object({
      success: z.boolean(),
      mediaUrl: z.nullable(text),
      shown: z.nullable(text),
      generic: z.boolean(),
      reasons,
    }),
  ),
});

const remedy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account-xml'), text, key: text, value: text }),
  z.object({ kind: z.literal('lines'), text, where: text, lines: text }),
  z.object({ kind: z.literal('advice'), text }),
]);

const reportShape = z.object({
  version: z.literal(reportVersion),
  product: text,
  startedAt: count,
  milliseconds: count,
  method: text,
  url: text,
  file: text,
  end: z.enum(['finished', 'cancelled', 'unreachable', 'gone', 'limit']),
  results: z.array(
    z.object({
      name: text,
      group,
      title: text,
      rule: text,
      outcome,
      reasons,
      variants: z.array(text),
      arrival: z.enum(['same', 'different', 'unknown']),
      exchanges: z.array(exchange),
      milliseconds: count,
    }),
  ),
  diagnosis: z.nullable(
    z.object({
      causes: z.array(
        z.object({
          id: text,
          title: text,
          confidence: z.enum(['high', 'medium', 'low']),
          evidence: z.array(text),
          explains: z.array(text),
          remedies: z.array(remedy),
        }),
      ),
      readers: z.array(z.object({ id: text, title: text })),
      next: z.nullable(z.object({ scenario: text, text })),
    }),
  ),
});

const summaryShape = z.object({
  version: z.literal(reportVersion),
  method: text,
  url: text,
  /** `2 failed, 38 passed`. */
  totals: text,
});

export type CheckSummary = z.infer<typeof summaryShape>;

/** Null: of another version of the page. */
export function readReport(report: unknown): CheckReport | null {
  return reportShape.safeParse(report).data ?? null;
}

/** Null: of another version of the page. */
export function readSummary(summary: unknown): CheckSummary | null {
  return summaryShape.safeParse(summary).data ?? null;
}
