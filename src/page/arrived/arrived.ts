/** The demo server's report of an upload: whether it is of this one, and what of it is shown. */
import type { RequestPlan } from '../../core/request/plan.ts';
import type { Piece } from '../../core/source/provenance.ts';
import { dots, hiddenTexts, isHiddenOnScreen } from '../../core/source/secret-masking.ts';
import { type DemoFile, type DemoReport, demoUploadPath } from '../../demo/report.ts';
import { type Excerpt, excerptOf } from '../exchange/excerpt.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { type ShownField, type ShownFields, shownFields } from '../exchange/shown-fields.ts';

/** Whether anything of it went to the demo server of this page, which has `origin`. */
export function wentToDemo({ headSent, sent }: Pick<Exchange, 'headSent' | 'sent'>, origin: string): boolean {
  const url = new URL(sent.plan.url);
  return headSent !== null && url.origin === origin && url.pathname === demoUploadPath;
}

/** The demo server keeps the last report only, and that may be of another tab's upload. */
export function isReportOf(plan: RequestPlan, { method, target, headers }: DemoReport): boolean {
  return (
    method === plan.method &&
    target === plan.target &&
    headers.length === plan.headers.length &&
    plan.headers.every(({ name, value }, index) => {
      const [arrivedName, arrivedValue] = headers[index] ?? [];
      return name === arrivedName && asReceived(value) === arrivedValue;
    })
  );
}

/** Once through the socket: as UTF-8, without the space around it (RFC 9110, 5.5). */
function asReceived(value: string): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(value));
  return text.replace(/^[\t ]+|[\t ]+$/g, '');
}

export interface ArrivedField extends ShownField {
  /** The server kept no more of it. */
  readonly isCut: boolean;
}

export interface ArrivedFile extends Pick<DemoFile, 'size' | 'sha256'> {
  readonly field: Excerpt;
  /** Null where it had none. */
  readonly name: Excerpt | null;
  readonly type: Excerpt;
}

export interface Arrived {
  /** Method and target. */
  readonly requestLine: Excerpt;
  readonly headers: ShownFields;
  /** Bytes. */
  readonly bodyLength: number;
  readonly fields: readonly ArrivedField[];
  readonly moreFields: number;
  readonly files: readonly ArrivedFile[];
  readonly fault: Excerpt | null;
  /** Something is shown as dots. */
  readonly hidesSecrets: boolean;
}

/** Of a report that is of this plan. Unless `showSecrets`, a password is shown as dots. */
export function shownReport(report: DemoReport, plan: RequestPlan, showSecrets: boolean): Arrived {
  const { head, names, values } = piecesOf(plan);
  let hidesSecrets = false;
  const masked = (pieces: readonly Piece[]) =>
    pieces.map(({ text, origin }) => (text !== '' && isHiddenOnScreen(origin) ? dots : text)).join('');
  /** `pieces` are what was sent in this place; where something else arrived, the secrets in it are looked for. */
  const shown = (text: string, pieces: readonly Piece[], others: readonly Piece[] = pieces): string => {
    const isAsSent = text === asReceived(joined(pieces));
    const result = isAsSent
      ? masked(pieces)
      : hiddenTexts(others).reduce((rest, secret) => rest.replaceAll(secret, dots), text);
    if (showSecrets || result === text) return text;
    hidesSecrets = true;
    return result;
  };

  const requestLine = excerptOf(`${report.method} ${shown(report.target, plan.targetPieces)}`);
  const headers = shownFields(
    report.headers.map(([name, value], index) => [
      name,
      shown(value, plan.headers[index]?.pieces ?? [], head),
    ]),
  );
  const fields = shownFields(
    report.fields.map(({ name, value }, index) => [
      shown(name, names),
      shown(value, values[index] ?? [], values.flat()),
    ]),
  );
  const files = report.files.map(({ field, name, type, size, sha256 }) => ({
    field: excerptOf(shown(field, names)),
    name: name === null ? null : excerptOf(shown(name, names)),
    type: excerptOf(type),
    size,
    sha256,
  }));
  return {
    requestLine,
    headers,
    bodyLength: report.bodyLength,
    fields: fields.shown.map((field, index) => ({
      ...field,
      isCut: report.fields[index]?.truncated ?? false,
    })),
    moreFields: fields.hidden,
    files,
    fault: report.fault === null ? null : excerptOf(shown(report.fault, head)),
    hidesSecrets,
  };
}

const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

/** What was sent where: in the head, in names of parts and files, and in the value of each field. */
function piecesOf(plan: RequestPlan): {
  readonly head: readonly Piece[];
  readonly names: readonly Piece[];
  readonly values: readonly (readonly Piece[])[];
} {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const body = plan.body.flatMap((segment) =>
    segment.kind === 'media' ? [] : [{ ...segment, text: decoder.decode(segment.bytes) }],
  );
  return {
    head: [plan.targetPieces, ...plan.headers.map(({ pieces }) => pieces)].flat(),
    names: body.filter(({ role }) => role === 'part-name' || role === 'file-name'),
    values: plan.parts.flatMap(({ isFile }, part) =>
      isFile ? [] : [body.filter((segment) => segment.role === 'value' && segment.part === part)],
    ),
  };
}
