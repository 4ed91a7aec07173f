/** `check --json`: an array with an item a file. */
import { visibleJson } from '../../core/source/escape-unseen.ts';
import { diagnosticsJson } from '../../language/findings/places.ts';
import { type FindingsWriter, separators } from './checked-file.ts';
import { indented } from './indented.ts';

export function jsonFindings(): FindingsWriter {
  const separator = separators();
  return {
    start: '[',
    file: ({ file, xml, findings }) =>
      separator() + indented(visibleJson({ file, diagnostics: diagnosticsJson(findings, xml) }), 1),
    end: () => '\n]\n',
  };
}
