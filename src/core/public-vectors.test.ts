/** Runs docs/vectors as another implementation would: from the files and their README alone. */
import { createHash } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import edits from '../../docs/vectors/edit.json' with { type: 'json' };
import logins from '../../docs/vectors/login.json' with { type: 'json' };
import replies from '../../docs/vectors/reply.json' with { type: 'json' };
import requests from '../../docs/vectors/request.json' with { type: 'json' };
import schema from '../../docs/vectors/schema.json' with { type: 'json' };
import { decodeDocument } from './account/document-encoding.ts';
import { applyEdits, removeKey, setKey } from './account/edit-account.ts';
import { withAssumptions } from './assumptions.ts';
import { buildRequest } from './build-request.ts';
import { answerChallenge } from './request/answer-challenge.ts';
import { bodyChunks, concatenate, headBytes } from './request/bytes.ts';
import { judgeResponse } from './response/judge.ts';
import { rules } from './rules.ts';

type Bytes = { readonly text: string } | { readonly base64: string };
interface MediaVector {
  readonly name: string;
  readonly type: string;
  readonly bytes?: Bytes;
  readonly repeat?: { readonly base64: string; readonly times: number };
}
type Pairs = readonly (readonly string[])[];

const bytesOf = (bytes: Bytes) =>
  'text' in bytes ? Buffer.from(bytes.text) : Buffer.from(bytes.base64, 'base64');

function mediaBytes({ bytes, repeat }: MediaVector): Buffer {
  if (bytes) return bytesOf(bytes);
  return repeat ? Buffer.concat(Array(repeat.times).fill(bytesOf(repeat))) : Buffer.alloc(0);
}

const headersOf = (pairs: Pairs) => pairs.map(([name = '', value = '']) => [name, value] as const);

/** JSON modules give each vector a type of its own. */
const assume = (options: Readonly<Record<string, string | undefined>>) =>
  withAssumptions(
    Object.fromEntries(
      Object.entries(options).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
  );

function build(
  accountXml: Bytes,
  media: MediaVector,
  choices: {
    readonly parameters?: Readonly<Record<string, string | undefined>>;
    readonly boundary: string;
    readonly account?: number;
    readonly locale?: string;
  },
  assumptions: Readonly<Record<string, string | undefined>>,
) {
  const { text: xml, diagnostics } = decodeDocument(bytesOf(accountXml));
  const bytes = mediaBytes(media);
  const given = Object.entries(choices.parameters ?? {});
  const built = buildRequest({
    xml,
    parameters: Object.fromEntries(
      given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    media: { name: media.name, size: bytes.length, declaredType: media.type, head: bytes.subarray(0, 64) },
    assumptions: assume(assumptions),
    boundary: choices.boundary,
    ...(choices.account === undefined ? {} : { account: choices.account }),
    ...(choices.locale === undefined ? {} : { locale: choices.locale }),
  });
  return { ...built, diagnostics: [...diagnostics, ...built.diagnostics], mediaBytes: bytes };
}

describe('requests', () => {
  test.each(requests.vectors)('$name', ({ inputs, assumptions, expected }) => {
    const {
      request,
      diagnostics,
      mediaBytes: media,
    } = build(inputs.accountXml, inputs.media, inputs, assumptions);
    const said = diagnostics.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(new Set(said)).toEqual(
      new Set(expected.diagnostics.map(({ rule, severity }) => `${rule} ${severity}`)),
    );
    if (expected.request === null) {
      expect(request).toBeNull();
      return;
    }
    if (request === null) throw new Error('There is no request.');
    const { url, head, body } = expected.request;
    expect(request.url).toBe(url);
    expect(Buffer.from(headBytes(request)).toString('latin1')).toBe(bytesOf(head).toString('latin1'));
    const sent = concatenate(bodyChunks(request).map((chunk) => (chunk === 'media' ? media : chunk)));
    if ('bytes' in body) expect(Buffer.from(sent).toString('base64')).toBe(body.bytes.base64);
    expect(sent.length).toBe(body.length);
    expect(createHash('sha256').update(sent).digest('hex')).toBe(body.sha256);
  });
});

describe('replies', () => {
  test.each(replies.vectors)('$name', ({ shows, inputs, assumptions, expected }) => {
    const verdict = judgeResponse({
      status: inputs.status,
      headers: headersOf(inputs.headers),
      body: bytesOf(inputs.body),
      assumptions: assume(assumptions),
    });
    expect({
      success: verdict.success,
      mediaUrl: verdict.mediaUrl ?? null,
      shown: verdict.success || verdict.generic ? null : verdict.shown,
      path: verdict.path ?? null,
    }).toEqual(expected);
    expect(verdict.reasons.map(({ rule }) => rule)).toEqual(expect.arrayContaining(shows));
  });
});

describe('logins', () => {
  test.each(logins.vectors)('$name', ({ inputs, assumptions, expected }) => {
    const { request: plan } = build(
      inputs.accountXml,
      { name: '', type: '' },
      { boundary: 'b' },
      assumptions,
    );
    if (plan === null) throw new Error('There is no request.');
    const headers = headersOf(inputs.challenge.headers);
    const answer = answerChallenge({ plan, status: 401, headers, answers: 0 }, inputs.cnonce);
    const sent = answer.kind === 'answer' ? answer.plan.headers : [];
    expect(sent.find(({ name }) => name === 'Authorization')?.value ?? null).toBe(expected.authorization);
  });
});

describe('edits', () => {
  test.each(edits.vectors)('$name', ({ inputs: { accountXml, key, value }, expected }) => {
    const { text } = accountXml;
    const outcome = value === null ? removeKey(text, {}, key) : setKey(text, {}, key, value);
    const after = outcome.kind === 'edits' ? applyEdits(text, outcome.edits) : null;
    expect(after).toBe(expected.accountXml?.text ?? null);
  });
});

describe('the files', () => {
  const files = { request: requests, reply: replies, login: logins, edit: edits };
  const validate = new Ajv2020({ allErrors: true, strictTuples: false }).compile(schema);

  test.each(Object.entries(files))('%s.json holds to the schema', (kind, file) => {
    expect({ valid: validate(file), errors: validate.errors }).toEqual({ valid: true, errors: null });
    expect(file.kind).toBe(kind);
    const names = file.vectors.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the schema refuses what it does not know', () => {
    expect(validate({ ...edits, format: 2 })).toBe(false);
    expect(validate({ ...edits, vectors: [{ ...edits.vectors[0], note: '' }] })).toBe(false);
  });

  test('every rule that shows in bytes or verdicts has a vector', () => {
    const shown = new Set(
      Object.values(files).flatMap(({ vectors }) => vectors.flatMap(({ shows }) => shows)),
    );
    const missing = rules.map(({ id }) => id).filter((id) => !shown.has(id));
    // The trace of rewriting, and that a verdict has reasons at all.
    expect(missing).toEqual(['REW-4', 'RES-6']);
  });
});
