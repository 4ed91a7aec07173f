/** What another parser saw otherwise than the demo server did, in words; and what it makes of the whole. */
import type { ReadField, ReadFile, ReadingOutcome } from '../../demo/readings.ts';
import type { DemoReport } from '../../demo/report.ts';
import { formatBytes, plural } from '../components/format.ts';

export type ReadingTone = 'same' | 'different' | 'refused';

export interface ReadingRow {
  readonly tone: ReadingTone;
  /** One line. */
  readonly summary: string;
  /** What differs, a line each; what the parser says, where it refused. */
  readonly details: readonly string[];
}

/** So many differences are listed. */
const mostDetails = 8;

const stops = {
  time: 'Stopped: it took too long',
  memory: 'Stopped: it took too much memory',
  fault: 'Stopped: it crashed',
} as const;

/** Values of fields are quoted only where `showValues`: a password may be among them. */
export function readingRow(report: DemoReport, outcome: ReadingOutcome, showValues: boolean): ReadingRow {
  switch (outcome.kind) {
    case 'refused':
      return { tone: 'refused', summary: 'Refuses it', details: [outcome.message] };
    case 'stopped':
      return { tone: 'refused', summary: stops[outcome.why], details: [] };
    case 'read': {
      const { fields, files, more } = outcome;
      const found = [...fieldDifferences(report, fields, showValues), ...fileDifferences(report, files)];
      const details = found.slice(0, mostDetails);
      if (found.length > mostDetails)
        details.push(`… and ${plural(found.length - mostDetails, 'more difference')}`);
      const saw = `${plural(fields.length, 'field')}, ${plural(files.length, 'file')}${more > 0 ? `, ${more} more` : ''}`;
      if (found.length === 0) return { tone: 'same', summary: `Reads the same: ${saw}`, details };
      const lost = report.files.length > 0 && files.length === 0;
      return {
        tone: 'different',
        summary: lost ? `Loses the file: ${saw}` : `Reads it differently: ${saw}`,
        details,
      };
    }
  }
}

/** Equal names are told apart by their order. */
function pairs<One extends { readonly name: string }, Other extends { readonly name: string }>(
  ones: readonly One[],
  others: readonly Other[],
): {
  readonly both: readonly (readonly [One, Other])[];
  readonly onlyOne: readonly One[];
  readonly onlyOther: readonly Other[];
} {
  const left = [...others];
  const both: [One, Other][] = [];
  const onlyOne: One[] = [];
  for (const one of ones) {
    const at = left.findIndex(({ name }) => name === one.name);
    const [other] = at < 0 ? [] : left.splice(at, 1);
    if (other === undefined) onlyOne.push(one);
    else both.push([one, other]);
  }
  return { both, onlyOne, onlyOther: left };
}

function fieldDifferences(
  { fields }: DemoReport,
  read: readonly ReadField[],
  showValues: boolean,
): readonly string[] {
  const { both, onlyOne, onlyOther } = pairs(fields, read);
  return [
    ...onlyOne.map(({ name }) => `The field ${quoted(name)} is missing.`),
    ...both.flatMap(([own, other]) =>
      own.truncated || (own.value.startsWith(other.value) && own.value.length === other.length)
        ? []
        : [`The field ${quoted(own.name)} has another value${showValues ? `: ${quoted(other.value)}` : ''}.`],
    ),
    ...onlyOther.map(({ name, value, length }) =>
      /^content-disposition:/i.test(value)
        ? `A part with its headers is taken for the text of the field ${quoted(name)}, ${plural(length, 'character')}.`
        : `There is another field, ${quoted(name)}.`,
    ),
  ];
}

function fileDifferences({ files }: DemoReport, read: readonly ReadFile[]): readonly string[] {
  const named = <File extends { readonly field: string; readonly name: string | null }>(file: File) => ({
    ...file,
    name: file.field,
    fileName: file.name,
  });
  const { both, onlyOne, onlyOther } = pairs(files.map(named), read.map(named));
  return [
    ...onlyOne.map(({ field }) => `The file ${quoted(field)} is missing.`),
    ...both.flatMap(([own, other]) => {
      const file = `The file ${quoted(own.field)}`;
      const isSame = own.size === other.size && own.sha256 === other.sha256;
      return [
        own.fileName === other.fileName ? null : `${file} is called ${quoted(other.fileName)}.`,
        own.type === other.type ? null : `${file} has the type ${quoted(other.type)}.`,
        isSame ? null : `${file} has other bytes (${formatBytes(other.size)}).`,
      ].filter((line) => line !== null);
    }),
    ...onlyOther.map(({ field, size }) => `There is another file, ${quoted(field)} (${formatBytes(size)}).`),
  ];
}

const longestQuote = 60;

function quoted(text: string | null): string {
  if (text === null) return 'without a name';
  return `“${text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text}”`;
}
