/** Diagnostics as squiggles with their fixes as quick fixes. */
import {
  type Diagnostic,
  type Position,
  positionLookup,
  type Range,
  type Severity,
} from '../core/diagnostics.ts';
import { monaco } from './monaco.ts';

const owner = 'playground';
/** More squiggles than these say nothing and slow the editor down; the problem list has all. */
const limit = 500;

export interface ProblemMarkers extends monaco.IDisposable {
  readonly show: (text: string, diagnostics: readonly Diagnostic[]) => void;
}

interface Shown {
  readonly diagnostic: Diagnostic;
  readonly range: monaco.Range;
}

export function createProblemMarkers(model: monaco.editor.ITextModel): ProblemMarkers {
  let shown: readonly Shown[] = [];
  let rangeOf: (range: Range) => monaco.Range = () => new monaco.Range(1, 1, 1, 1);
  const provider = monaco.languages.registerCodeActionProvider('xml', {
    provideCodeActions(asked, range) {
      const actions = asked === model ? shown.filter((entry) => touches(entry.range, range)) : [];
      return {
        actions: actions.flatMap(({ diagnostic }) => quickFixes(model, diagnostic, rangeOf)),
        dispose() {},
      };
    },
  });
  return {
    show(text, diagnostics) {
      const positionOf = positionLookup(text);
      rangeOf = ({ start, end }) => toMonaco(positionOf(start), positionOf(end));
      shown = diagnostics
        .slice(0, limit)
        .flatMap((diagnostic) =>
          diagnostic.range ? [{ diagnostic, range: rangeOf(diagnostic.range) }] : [],
        );
      monaco.editor.setModelMarkers(
        model,
        owner,
        shown.map(({ diagnostic, range }) => ({
          startLineNumber: range.startLineNumber,
          startColumn: range.startColumn,
          endLineNumber: range.endLineNumber,
          endColumn: range.endColumn,
          severity: severityOf(diagnostic.severity),
          message: diagnostic.message,
          code: diagnostic.rule,
        })),
      );
    },
    dispose() {
      provider.dispose();
      monaco.editor.setModelMarkers(model, owner, []);
    },
  };
}

function quickFixes(
  model: monaco.editor.ITextModel,
  { fix }: Diagnostic,
  rangeOf: (range: Range) => monaco.Range,
): monaco.languages.CodeAction[] {
  if (fix === undefined) return [];
  const edits = fix.edits.map(({ range, text }) => ({
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: rangeOf(range), text },
  }));
  return [{ title: fix.title, kind: 'quickfix', isPreferred: true, edit: { edits } }];
}

function touches(a: monaco.Range, b: monaco.Range): boolean {
  return monaco.Range.areIntersectingOrTouching(a, b);
}

function toMonaco(start: Position, end: Position): monaco.Range {
  return new monaco.Range(start.line, start.column, end.line, end.column);
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
