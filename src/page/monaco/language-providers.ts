/**
 * Completion, hover and quick fixes: the answers of `assist` in Monaco's terms. Nothing is worked out
 * here. They are registered for the language, so each asks whether it is for this model.
 */

import type { BuiltRequest } from '../../core/build-request.ts';
import type { Diagnostic, Range, TextEdit } from '../../core/source/diagnostics.ts';
import { completeAt } from '../../language/completion.ts';
import type { CompletionItem, CompletionKind } from '../../language/completions.ts';
import { hoverAt } from '../../language/hover.ts';
import { fixAllOfKind, fixesAt } from '../../language/quick-fixes.ts';
import { hoverMarkdown, plain } from './hover-markdown.ts';
import { monaco } from './monaco.ts';
import { snippetOf } from './snippet.ts';
import { offsetOfPosition, offsetsOf, rangesOf } from './text-places.ts';

/** Each begins something. A new line is none of them: the Enter that ends it would take what is offered. */
const triggers = ['<', '%', '[', '&', '/', '"'];

/** What the providers ask when they are asked. */
export interface LanguageSource {
  /** The document as it is now, to the byte. */
  readonly text: () => string;
  /** The last one built, perhaps of a text a keystroke older; null before the first. */
  readonly request: () => BuiltRequest | null;
}

export function registerLanguage(
  model: monaco.editor.ITextModel,
  source: LanguageSource,
): readonly monaco.IDisposable[] {
  return [
    monaco.languages.registerCompletionItemProvider('xml', {
      triggerCharacters: triggers,
      provideCompletionItems(asked, position, { triggerKind }, token) {
        if (asked !== model) return null;
        // A text that is read for this answer is not read again for the request that follows.
        const text = source.text();
        const built = source.request();
        if (built === null || token.isCancellationRequested) return null;
        const { TriggerCharacter } = monaco.languages.CompletionTriggerKind;
        const occasion = triggerKind === TriggerCharacter ? 'typed' : 'asked';
        const offset = offsetOfPosition(text, position);
        const { replace, items, incomplete } = completeAt(text, offset, built, occasion);
        const rangeOf = rangesOf(text);
        const range = rangeOf(replace);
        return {
          suggestions: items.map((item, index) => suggestion(item, index, range, rangeOf)),
          incomplete,
        };
      },
    }),
    monaco.languages.registerHoverProvider('xml', {
      provideHover(asked, position, token) {
        const built = source.request();
        if (asked !== model || built === null || token.isCancellationRequested) return null;
        const text = source.text();
        const hover = hoverAt(text, offsetOfPosition(text, position), built);
        return hover && { range: rangesOf(text)(hover.range), contents: [{ value: hoverMarkdown(hover) }] };
      },
    }),
    monaco.languages.registerCodeActionProvider('xml', {
      provideCodeActions(asked, selection, _context, token) {
        const built = source.request();
        const text = source.text();
        // Fixes are made of places: those of an older text would be other places by now.
        const isStale = built === null || built.inputs.xml !== text || token.isCancellationRequested;
        if (asked !== model || isStale) return { actions: [], dispose() {} };
        return {
          actions: actionsAt(model, text, built.diagnostics, offsetsOf(text, selection)),
          dispose() {},
        };
      },
    }),
  ];
}

function suggestion(
  item: CompletionItem,
  index: number,
  range: monaco.Range,
  rangeOf: (range: Range) => monaco.Range,
): monaco.languages.CompletionItem {
  const { label, insert, cursor, kind, detail, documentation, filter, goesOn, also } = item;
  const { InsertAsSnippet, KeepWhitespace } = monaco.languages.CompletionItemInsertTextRule;
  return {
    label,
    kind: kindOf(kind),
    detail,
    documentation: { value: documentation.split('\n').map(plain).join('\n\n') },
    // A snippet with its cursor is one step of undo, as plain text is.
    insertText: cursor === undefined ? insert : snippetOf(insert, cursor),
    insertTextRules: cursor === undefined ? KeepWhitespace : InsertAsSnippet | KeepWhitespace,
    range,
    filterText: filter ?? label,
    // In the order given: Monaco would go by the alphabet.
    sortText: String(index).padStart(6, '0'),
    ...(goesOn && { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } }),
    ...(also && {
      additionalTextEdits: also.map((edit) => ({ range: rangeOf(edit.range), text: edit.text })),
    }),
  };
}

function actionsAt(
  model: monaco.editor.ITextModel,
  text: string,
  diagnostics: readonly Diagnostic[],
  place: Range,
): monaco.languages.CodeAction[] {
  const rangeOf = rangesOf(text);
  const action = (title: string, edits: readonly TextEdit[], isPreferred: boolean) => ({
    title,
    kind: 'quickfix',
    isPreferred,
    edit: {
      edits: edits.map((edit) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: rangeOf(edit.range), text: edit.text },
      })),
    },
  });
  const fixes = fixesAt(diagnostics, place);
  const all = new Map<string, monaco.languages.CodeAction>();
  for (const { diagnostic } of fixes) {
    const every = fixAllOfKind(diagnostics, diagnostic);
    if (every) all.set(every.title, action(every.title, every.edits, false));
  }
  return [...fixes.map(({ title, edits }) => action(title, edits, true)), ...all.values()];
}

function kindOf(kind: CompletionKind): monaco.languages.CompletionItemKind {
  const kinds = monaco.languages.CompletionItemKind;
  switch (kind) {
    case 'key':
    case 'node':
      return kinds.Property;
    case 'structure':
      return kinds.Struct;
    case 'parameter':
      return kinds.Variable;
    case 'function':
      return kinds.Function;
    case 'value':
      return kinds.Value;
    case 'header':
    case 'part':
      return kinds.Field;
    case 'attribute':
      return kinds.EnumMember;
    case 'entity':
      return kinds.Constant;
  }
}
