/** What of an upload that arrived is otherwise than this configuration would send it: only that. */
import type { RequestPlan } from '../core/request/plan.ts';
import type { DemoReport } from '../demo/report.ts';
import { asReceived } from './as-received.ts';

export interface UploadDifference {
  /** `Method`, `Header Content-Type`, `Field to`, `File file`. */
  readonly what: string;
  /** As it arrived; null where it did not. */
  readonly arrived: string | null;
  /** As it would be sent; null where it would not. */
  readonly planned: string | null;
}

/** What of an upload is compared: a report of the demo server, or of a capture. */
export type ComparedUpload = Pick<DemoReport, 'method' | 'target' | 'headers' | 'fields' | 'files'>;

type FormatBytes = (bytes: number) => string;
const plainBytes: FormatBytes = (bytes) => `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;

/** In the order of the message. */
export function uploadDifferences(
  report: ComparedUpload,
  plan: RequestPlan,
  formatBytes = plainBytes,
): readonly UploadDifference[] {
  const differences = [
    differenceOf('Method', report.method, plan.method),
    differenceOf('Target', report.target, plan.target),
    ...byName(
      'Header',
      report.headers.map(([name, value]) => ({ name, value: withoutBoundary(name, value) })),
      plan.headers.map(({ name, value }) => ({ name, value: withoutBoundary(name, asReceived(value)) })),
    ),
    ...orderOf(report, plan),
    ...byName('Field', report.fields, plannedFields(plan)),
    ...byName(
      'File',
      report.files.map((file) => arrivedFile(file, formatBytes)),
      plannedFiles(plan, formatBytes),
    ),
  ];
  return differences.filter((difference) => difference !== null);
}

interface Named {
  readonly name: string;
  readonly value: string;
}

function differenceOf(what: string, arrived: string | null, planned: string | null): UploadDifference | null {
  return arrived === planned ? null : { what, arrived, planned };
}

/** Equal names are told apart by their order. Names of headers that differ in case only belong together, and differ. */
function byName(
  kind: string,
  arrived: readonly Named[],
  planned: readonly Named[],
): readonly (UploadDifference | null)[] {
  const isHeader = kind === 'Header';
  const key = ({ name }: Named) => (isHeader ? name.toLowerCase() : name);
  const left = [...arrived];
  const found = planned.map((one) => {
    const at = left.findIndex((other) => key(other) === key(one));
    const [other] = at < 0 ? [] : left.splice(at, 1);
    const what = `${kind} ${one.name}`;
    if (other === undefined) return differenceOf(what, null, one.value);
    if (other.name !== one.name && other.value === one.value) return differenceOf(what, other.name, one.name);
    return differenceOf(what, other.value, one.value);
  });
  return [...found, ...left.map(({ name, value }) => differenceOf(`${kind} ${name}`, value, null))];
}

/** Of headers that both have. */
function orderOf({ headers }: ComparedUpload, plan: RequestPlan): readonly (UploadDifference | null)[] {
  const planned = plan.headers.map(({ name }) => name.toLowerCase());
  const arrived = headers.map(([name]) => name.toLowerCase());
  const common = (names: readonly string[], others: readonly string[]) =>
    names.filter((name) => others.includes(name)).join(', ');
  return [differenceOf('Order of headers', common(arrived, planned), common(planned, arrived))];
}

/** Drawn anew for each upload. */
function withoutBoundary(name: string, value: string): string {
  if (name.toLowerCase() !== 'content-type') return value;
  return value.replace(/(;[\t ]*boundary=)(?:"(?:[^"\\]|\\.)*"|[^\t ;]+)/i, '$1…');
}

function plannedFields(plan: RequestPlan): readonly Named[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return plan.parts.flatMap(({ name, isFile }, part) => {
    if (isFile) return [];
    const texts = plan.body.map((segment) =>
      segment.kind === 'bytes' && segment.role === 'value' && segment.part === part
        ? decoder.decode(segment.bytes)
        : '',
    );
    return [{ name, value: texts.join('') }];
  });
}

function arrivedFile(
  { field, name, type, size }: DemoReport['files'][number],
  formatBytes: FormatBytes,
): Named {
  return { name: field, value: `${name ?? '(no file name)'}, ${type}, ${formatBytes(size)}` };
}

function plannedFiles(
  { parts, body, fileName, mediaType }: RequestPlan,
  formatBytes: FormatBytes,
): readonly Named[] {
  return parts.flatMap(({ name, isFile }, part) => {
    if (!isFile) return [];
    const size = body.reduce(
      (sum, one) => (one.kind === 'media' && one.part === part ? sum + one.size : sum),
      0,
    );
    return [{ name, value: `${fileName}, ${mediaType}, ${formatBytes(size)}` }];
  });
}
