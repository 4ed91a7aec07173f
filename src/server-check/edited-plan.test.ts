import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headText } from '../core/request/bytes.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { bodyOf, buildFor, jpegBytes, latin1 } from '../test/build-for-test.ts';
import { formOf, planWithForm, planWithHeader, textPart } from './edited-plan.ts';

const data = 'to=%to%&description=%description%&file=%media_content%';

function planFor(params: Readonly<Record<string, string>> = {}, assume = {}): RequestPlan {
  const { plan } = buildFor({ data, params, assume });
  if (plan === null) throw new Error('No plan.');
  return plan;
}

const bodyText = (plan: RequestPlan) => latin1(bodyOf(plan, jpegBytes));

describe('a plan taken apart and put together again', () => {
  it('is the same to the byte, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.constantFrom('omit', 'literal'),
        (to, text, blank) => {
          const plan = planFor({ to, description: text }, { 'file-part-blank-line': blank });
          const again = planWithForm(plan, formOf(plan));
          expect(bodyText(again)).toBe(bodyText(plan));
          expect(headText(again)).toBe(headText(plan));
        },
      ),
    );
  });

  it('has a Content-Length that is true after a change', () => {
    const plan = planFor({ to: '1' });
    const form = formOf(plan);
    const edited = planWithForm(plan, {
      ...form,
      preamble: 'x\r\n',
      padding: ' ',
      lineEnd: '\n',
      parts: [textPart(['Content-Disposition: form-data; name="é"'], 'y'), ...form.parts],
    });
    expect(edited.bodyLength).toBe(bodyText(edited).length);
    expect(headText(edited)).toContain(`\r\nContent-Length: ${edited.bodyLength}\r\n`);
  });
});

describe('a header', () => {
  it('is written in the place and spelling of the one that was there', () => {
    const plan = planWithHeader(planFor(), 'content-type', 'text/plain');
    const names = plan.headers.map(({ name }) => name);
    expect(names).toEqual(planFor().headers.map(({ name }) => name));
    expect(headText(plan)).toContain('\r\nContent-Type: text/plain\r\n');
  });

  it('is put last where there was none, and taken out by null', () => {
    const plan = planWithHeader(planFor(), 'X-New', '1');
    expect(plan.headers.at(-1)).toMatchObject({ name: 'X-New', value: '1' });
    expect(headText(planWithHeader(plan, 'x-new', null))).toBe(headText(planFor()));
  });
});
