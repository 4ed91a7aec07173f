/** Findings as SARIF 2.1.0, which code scanners and editors read. */
import type { TextEdit } from '../../core/source/diagnostics.ts';
import { escapeUnseen, visibleJson } from '../../core/source/escape-unseen.ts';
import type { Finding } from '../../language/findings/findings.ts';
import { type Place, placeLookup } from '../../language/findings/places.ts';
import { type CheckedFile, type FindingsWriter, separators, unreadableRule } from './checked-file.ts';
import { indented } from './indented.ts';
import { sarifLevels, sarifRule, sarifRuleId } from './sarif-rules.ts';
import { sarifUri } from './sarif-uri.ts';

export const sarifSchema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** `product` is the version of the playground. */
export function sarifFindings(product: string): FindingsWriter {
  const separator = separators();
  const rules = new Map<string, Finding>();
  const indexOf = (finding: Finding) => {
    const id = sarifRuleId(finding);
    if (!rules.has(id)) rules.set(id, finding);
    return [...rules.keys()].indexOf(id);
  };
  let areAllRead = true;
  return {
    start: `{
  "$schema": "${sarifSchema}",
  "version": "2.1.0",
  "runs": [{
    "columnKind": "utf16CodeUnits",
    "newlineSequences": ["\\r\\n", "\\n", "\\r"],
    "results": [`,
    file: (checked) => {
      if (checked.findings.some(({ rule }) => rule === unreadableRule)) areAllRead = false;
      return results(checked, indexOf)
        .map((result) => separator() + indented(visibleJson(result), 3))
        .join('');
    },
    // The rules come last: only then it is known which ones were met.
    end: () => {
      const driver = {
        name: 'media-upload-playground',
        semanticVersion: product,
        rules: [...rules.values()].map(sarifRule),
      };
      const rest = { tool: { driver }, invocations: [{ executionSuccessful: areAllRead }] };
      return `\n    ],\n${indented(visibleJson(rest).slice(2, -2), 1)}\n  }]\n}\n`;
    },
  };
}

function results({ file, xml, findings }: CheckedFile, indexOf: (finding: Finding) => number) {
  const place = placeLookup(xml);
  const artifactLocation = { uri: sarifUri(file) };
  return findings.map((finding) => {
    const { severity, message, range, fix } = finding;
    const replacement = ({ range: edited, text }: TextEdit) => ({
      deletedRegion: region(place(edited)),
      insertedContent: { text },
    });
    return {
      ruleId: sarifRuleId(finding),
      ruleIndex: indexOf(finding),
      level: sarifLevels[severity],
      message: { text: escapeUnseen(message) },
      locations: [{ physicalLocation: { artifactLocation, ...(range && { region: region(place(range)) }) } }],
      ...(fix && {
        fixes: [
          {
            description: { text: escapeUnseen(fix.title) },
            artifactChanges: [{ artifactLocation, replacements: fix.edits.map(replacement) }],
          },
        ],
      }),
    };
  });
}

function region({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
