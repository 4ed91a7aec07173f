/** The demo server's report of an upload: whether it is of this one, and what of it is shown. */
import type { RequestPlan } from '../../core/request/plan.ts';
import type { Piece } from '../../core/source/provenance.ts';
import { dots, hiddenTexts, isHiddenOnScreen } from '../../core/source/secret-masking.ts';
import { type DemoFile, type DemoReport, demoUploadHeader, demoUploadPath } from '../../demo/report.ts';
import { asReceived } from '../../inspect/as-received.ts';
import { type Excerpt, excerptOf } from '../exchange/excerpt.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { hiddenByName } from '../exchange/hidden-by-name.ts';
import { type ShownField, type ShownFields, shownFields } from '../exchange/shown-fields.ts';
import type { Uploads } from './asking.ts';

/** Whether anything of it went to the demo server of this page, which has `origin`. */
export function wentToDemo({ headSent, sent }: Pick<Exchange, 'headSent' | 'sent'>, origin: string): boolean {
  const url = new URL(sent.plan.url);
  return headSent !== null && url.origin === origin && url.pathname === demoUploadPath;
}

/** Which of the last uploads an exchange was; null where it is not there, or not yet. */
export function reportOf(
  { sent, reply }: Pick<Exchange, 'sent' | 'reply'>,
  { reports, clockAhead }: Uploads,
): DemoReport | null {
  const id = reply?.headers.find(([name]) => name.toLowerCase() === demoUploadHeader.toLowerCase())?.[1];
  if (id !== undefined) return reports.find((report) => report.id === id) ?? null;
  // It broke off without a reply. One that arrived before it began may be the same to the letter.
  const since = new Date(sent.startedAt + clockAhead).toISOString();
  return reports.find((report) => report.receivedAt >= since && isReportOf(sent.plan, report)) ?? null;
}

/** Whether it has the plan's method, target and headers. */
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

export interface ArrivedField extends ShownField {
  /** The server kept no more of it. */
  readonly isCut: boolean;
}

export interface ArrivedFile extends Pick<DemoFile, 'size' | 'sha256' | 'bytesAre' | 'media'> {
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

/**
 * Unless `showSecrets`, a password of `plan` is shown as dots: of the plan that the report is of, or of
 * the request at hand, where somebody else sent it. Then what is called like a secret has dots as well.
 */
export function shownReport(
  report: DemoReport,
  plan: RequestPlan | null,
  showSecrets: boolean,
  isForeign = false,
): Arrived {
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

  const named = (name: string, value: string): string => {
    const result = isForeign && !showSecrets ? hiddenByName(name, value) : value;
    hidesSecrets ||= result !== value;
    return result;
  };

  const target = named('', shown(report.target, plan?.targetPieces ?? [], head));
  const requestLine = excerptOf(`${report.method} ${target}`);
  const headers = shownFields(
    report.headers.map(([name, value], index) => [
      name,
      named(name, shown(value, plan?.headers[index]?.pieces ?? [], head)),
    ]),
  );
  const fields = shownFields(
    report.fields.map(({ name, value }, index) => [
      shown(name, names),
      named(name, shown(value, values[index] ?? [], values.flat())),
    ]),
  );
  const files = report.files.map(({ field, name, type, size, sha256, bytesAre, media }) => ({
    field: excerptOf(shown(field, names)),
    name: name === null ? null : excerptOf(shown(name, names)),
    type: excerptOf(type),
    size,
    sha256,
    bytesAre,
    media,
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

/** Of the passwords that `plan` holds, wherever they stand. */
export function hiddenOf(plan: RequestPlan, text: string): string {
  const { head, names, values } = piecesOf(plan);
  const secrets = hiddenTexts([...head, ...names, ...values.flat()]);
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, dots), text);
}

/** Whether anything of it is hidden on screen. */
export function holdsSecrets(plan: RequestPlan): boolean {
  const { head, names, values } = piecesOf(plan);
  return hiddenTexts([...head, ...names, ...values.flat()]).length > 0;
}

const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

/** What was sent where: in the head, in names of parts and files, and in the value of each field. */
function piecesOf(plan: RequestPlan | null): {
  readonly head: readonly Piece[];
  readonly names: readonly Piece[];
  readonly values: readonly (readonly Piece[])[];
} {
  if (plan === null) return { head: [], names: [], values: [] };
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
