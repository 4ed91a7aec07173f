/** Diagnostics as squiggles. */
import type { Diagnostic, Severity } from '../../core/source/diagnostics.ts';
import { referenceUri } from './editor-actions.ts';
import { monaco } from './monaco.ts';
import { rangesOf } from './text-places.ts';

const owner = 'playground';
/** More squiggles than these say nothing and slow the editor down; the problem list has all. */
const limit = 500;

export interface ProblemMarkers extends monaco.IDisposable {
  readonly show: (text: string, diagnostics: readonly Diagnostic[]) => void;
}

export function createProblemMarkers(model: monaco.editor.ITextModel): ProblemMarkers {
  return {
    show(text, diagnostics) {
      const rangeOf = rangesOf(text);
      const markers = diagnostics.slice(0, limit).flatMap(({ range, severity, message, rule }) => {
        if (range === undefined) return [];
        const { startLineNumber, startColumn, endLineNumber, endColumn } = rangeOf(range);
        const place = { startLineNumber, startColumn, endLineNumber, endColumn };
        return [
          {
            ...place,
            severity: severityOf(severity),
            message,
            code: { value: rule, target: referenceUri(`rule ${rule}`) },
          },
        ];
      });
      monaco.editor.setModelMarkers(model, owner, markers);
    },
    dispose() {
      monaco.editor.setModelMarkers(model, owner, []);
    },
  };
}

function severityOf(severity: Severity): monaco.MarkerSeverity {
  switch (severity) {
    case 'error':
      return monaco.MarkerSeverity.Error;
    case 'warning':
      return monaco.MarkerSeverity.Warning;
    case 'info':
      return monaco.MarkerSeverity.Info;
  }
}
