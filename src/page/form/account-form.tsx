import { type KeyboardEvent, type RefObject, useMemo } from 'react';
import { keyCatalogue } from '../../core/account/key-catalogue.ts';
import type { AccountChoice } from '../../core/account/read-account.ts';
import {
  authPasswordKey,
  customHeadersKey,
  methodKey,
  multipartDataKey,
  timeoutKey,
} from '../../core/account/service-keys.ts';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Fix, Position } from '../../core/source/diagnostics.ts';
import { recipient, recipientAlias } from '../../core/template/parameter-catalogue.ts';
import type { AccountEditorHandle } from '../account/account-editor.tsx';
import type { EditHistory } from '../monaco/xml-editor.ts';
import type { Hues } from '../state/parameter-hues.ts';
import type { Problem } from '../state/problems.ts';
import { readForm } from './account-form-model.ts';
import { FormContext, type FormSurroundings } from './form-context.ts';
import { headerGrammar } from './header-rows.ts';
import { MethodKey } from './method-key.tsx';
import { partGrammar } from './part-rows.ts';
import { RowsKey, type RowWords } from './rows-key.tsx';
import { isKnownParameter, templateRuns } from './template-runs.ts';
import { TextKey } from './text-key.tsx';
import { UnreadableDocument } from './unreadable-document.tsx';
import { useFormEdits } from './use-form-edits.ts';
import './account-form.css';

export interface AccountFormProps {
  readonly editor: RefObject<AccountEditorHandle | null>;
  readonly xml: string;
  readonly choice: AccountChoice;
  /** May lag behind `xml` for a moment, as may `problems`. */
  readonly built: BuiltRequest;
  readonly problems: readonly Problem[];
  readonly hues: Hues;
  /** Of the editor; without one the fields' own undo works. */
  readonly history: EditHistory;
  readonly hideSecrets: boolean;
  readonly onProblem: (problem: Problem) => void;
  readonly onPlace: (start: Position, end: Position) => void;
  readonly onFix: (fix: Fix) => void;
}

const partWords: RowWords = {
  one: 'part',
  sign: '=',
  fresh: 'name=',
  none: 'There are no parts.',
  withMedia: true,
};

const headerWords: RowWords = {
  one: 'header',
  sign: ':',
  fresh: 'X-Header:',
  none: 'There are no headers of your own.',
  withMedia: false,
};

/** The keys of the service as fields: another view of the same text. */
export function AccountForm(props: AccountFormProps) {
  const { editor, xml, choice, built, problems, hues, history, hideSecrets, onProblem, onPlace, onFix } =
    props;
  const { account, locale } = choice;
  const form = useMemo(() => readForm(xml, { account, locale }), [xml, account, locale]);
  const edits = useFormEdits(editor, choice);
  const own = built.inputs.parameters;
  const isAlias = built.inputs.assumptions['sms-to'] === 'alias' && !Object.hasOwn(own, recipientAlias);
  const reading = useMemo(() => {
    const isKnown = isKnownParameter(own);
    return { isKnown, parts: partGrammar(isKnown), headers: headerGrammar(isKnown) };
  }, [own]);
  const nodes = form.kind === 'keys' ? form.nodes : noNodes;
  const surroundings = useMemo(
    (): FormSurroundings => ({
      edits,
      xml,
      nodes,
      runsOf: (text) => templateRuns(text, reading.isKnown),
      hueOf: (name) => hues.get(isAlias && name === recipientAlias ? recipient : name),
      built,
      problems,
      onProblem,
      onPlace,
      onFix,
      hideSecrets,
    }),
    [edits, xml, nodes, reading, hues, isAlias, built, problems, onProblem, onPlace, onFix, hideSecrets],
  );
  if (form.kind === 'unreadable')
    return <UnreadableDocument xml={xml} faults={form.faults} onProblem={onProblem} onFix={onFix} />;

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!isRedo && key !== 'z') return;
    if (!(isRedo ? history.canRedo : history.canUndo)) return;
    // One history for the form and the XML, the editor's.
    event.preventDefault();
    if (isRedo) edits.redo();
    else edits.undo();
  };
  return (
    <FormContext value={surroundings}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields in it, on their way up */}
      <div className="account-form room-scroll" onKeyDown={onKeyDown}>
        {keyCatalogue.map((entry) => {
          const state = form.keys.get(entry.name) ?? ({ kind: 'absent' } as const);
          switch (entry.name) {
            case methodKey:
              return <MethodKey key={entry.name} entry={entry} state={state} />;
            case multipartDataKey:
              return (
                <RowsKey
                  key={entry.name}
                  entry={entry}
                  state={state}
                  grammar={reading.parts}
                  words={partWords}
                />
              );
            case customHeadersKey:
              return (
                <RowsKey
                  key={entry.name}
                  entry={entry}
                  state={state}
                  grammar={reading.headers}
                  words={headerWords}
                />
              );
            default:
              return (
                <TextKey
                  key={entry.name}
                  entry={entry}
                  state={state}
                  isSecret={entry.name === authPasswordKey}
                  isNumber={entry.name === timeoutKey}
                />
              );
          }
        })}
      </div>
    </FormContext>
  );
}

const noNodes: readonly string[] = [];
