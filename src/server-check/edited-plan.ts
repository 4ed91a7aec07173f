/**
 * A planned request with something in it written otherwise: for probes, which tell servers apart by requests that
 * the app never sends, and for hybrids of two requests. The length in its head is made to match.
 */
import { latin1, latin1Bytes } from '../capture/byte-text.ts';
import { concatenate } from '../core/request/bytes.ts';
import type { BodySegment, RequestPlan } from '../core/request/plan.ts';
import { client } from '../core/source/provenance.ts';

/** A part as lines and a value; the text of lines is a character a byte (latin-1). */
export interface FormPart {
  readonly lines: readonly string[];
  readonly value: readonly BodySegment[];
  readonly isFile: boolean;
}

export interface FormBody {
  readonly boundary: string;
  readonly parts: readonly FormPart[];
  /** CRLF but for a probe. */
  readonly lineEnd: string;
  /** Before the first delimiter. */
  readonly preamble: string;
  /** White space behind a delimiter, before its line ends. */
  readonly padding: string;
}

/** The body of a plan of ours, taken apart. */
export function formOf(plan: RequestPlan): FormBody {
  const parts = plan.parts.map(({ isFile }, index): FormPart => {
    const own = plan.body.filter(({ part }) => part === index);
    const head = own.flatMap((one) => (one.kind === 'bytes' && isHead(one) ? [one.bytes] : []));
    return {
      lines: latin1(concatenate(head))
        .replace(/\r\n\r\n$/, '')
        .split('\r\n'),
      value: own.filter((one) => one.kind === 'media' || one.role === 'value'),
      isFile,
    };
  });
  return { boundary: plan.boundary, parts, lineEnd: '\r\n', preamble: '', padding: '' };
}

const isHead = ({ role }: BodySegment & { readonly kind: 'bytes' }) =>
  role !== 'delimiter' && role !== 'value';

/** A part with a text as its value. */
export function textPart(lines: readonly string[], text: string): FormPart {
  const bytes = latin1Bytes(text);
  return {
    lines,
    value: [{ kind: 'bytes', bytes, origin: client, role: 'value', part: null }],
    isFile: false,
  };
}

export function planWithForm(plan: RequestPlan, form: FormBody): RequestPlan {
  const { boundary, lineEnd, padding } = form;
  const text = (value: string, part: number | null): BodySegment => {
    return { kind: 'bytes', bytes: latin1Bytes(value), origin: client, role: 'delimiter', part };
  };
  const body = [
    ...(form.preamble === '' ? [] : [text(form.preamble, null)]),
    ...form.parts.flatMap((part, index) => [
      text(
        `--${boundary}${padding}${lineEnd}${part.lines.map((line) => line + lineEnd).join('')}${lineEnd}`,
        index,
      ),
      ...part.value.map((segment) => ({ ...segment, part: index })),
      text(lineEnd, index),
    ]),
    text(`--${boundary}--${lineEnd}`, null),
  ];
  return planWithBody({ ...plan, boundary }, body);
}

export function planWithBody(plan: RequestPlan, body: readonly BodySegment[]): RequestPlan {
  const bodyLength = body.reduce((sum, one) => sum + (one.kind === 'media' ? one.size : one.bytes.length), 0);
  return planWithHeader({ ...plan, body, bodyLength }, 'Content-Length', String(bodyLength));
}

/** Null takes the header out. A header that is not there is put last. */
export function planWithHeader(plan: RequestPlan, name: string, value: string | null): RequestPlan {
  const isNamed = (header: { readonly name: string }) => header.name.toLowerCase() === name.toLowerCase();
  const written = { name, value: value ?? '', pieces: [], origin: client } as const;
  if (value === null) return { ...plan, headers: plan.headers.filter((header) => !isNamed(header)) };
  if (!plan.headers.some(isNamed)) return { ...plan, headers: [...plan.headers, written] };
  return {
    ...plan,
    headers: plan.headers.map((header) => (isNamed(header) ? { ...written, name: header.name } : header)),
  };
}
