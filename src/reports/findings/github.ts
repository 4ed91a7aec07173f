/** Findings as commands of a GitHub workflow: each becomes a note at its line of the file. */

import { findRule } from '../../core/rules.ts';
import type { Range } from '../../core/source/diagnostics.ts';
import { escapeUnseen } from '../../core/source/escape-unseen.ts';
import type { Finding } from '../../language/findings/findings.ts';
import { type Place, placeLookup } from '../../language/findings/places.ts';
import type { FindingsWriter } from './checked-file.ts';

const commands = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  advice: 'notice',
} as const satisfies Record<Finding['severity'], string>;

export const githubFindings = (): FindingsWriter => ({
  start: '',
  file: ({ file, xml, findings }) => {
    const place = placeLookup(xml);
    return findings.map((finding) => `${command(file, finding, place)}\n`).join('');
  },
  end: () => '',
});

function command(file: string, { rule, severity, message, range }: Finding, place: PlaceOf): string {
  const title = [rule, findRule(rule)?.title].filter(Boolean).join(' ');
  const properties = { ...(file === '-' ? {} : { file }), ...(range && placed(place(range))), title };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`);
  return escapeUnseen(`::${commands[severity]} ${list.join(',')}::${escapeData(message)}`);
}

type PlaceOf = (range: Range) => Place;

/** GitHub takes columns only within one line. */
function placed({ line, column, endLine, endColumn }: Place) {
  return line === endLine ? { line, col: column, endLine, endColumn } : { line, endLine };
}

const codes: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};
const escapeData = (text: string) => text.replace(/[%\r\n]/g, (found) => codes[found] ?? found);
const escapeProperty = (text: string) => text.replace(/[%\r\n:,]/g, (found) => codes[found] ?? found);
