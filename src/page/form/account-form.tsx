import { type KeyboardEvent, useMemo } from 'react';
import { keyCatalogue } from '../../core/account/key-catalogue.ts';
import {
  authPasswordKey,
  customHeadersKey,
  methodKey,
  multipartDataKey,
  timeoutKey,
} from '../../core/account/service-keys.ts';
import { mediaContent, recipient, recipientAlias } from '../../core/template/parameter-catalogue.ts';
import { PaneScroll } from '../components/pane.tsx';
import { useEditorState } from '../state/editor-provider.tsx';
import { useHues, useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { readForm } from './account-form-model.ts';
import { type Form, FormContext } from './form-context.ts';
import { headerGrammar } from './header-rows.ts';
import { MethodKey } from './method-key.tsx';
import { partGrammar } from './part-rows.ts';
import type { RowWords } from './row-words.ts';
import { RowsKey } from './rows-key.tsx';
import { isKnownParameter, templateRuns } from './template-runs.ts';
import { TextKey } from './text-key.tsx';
import { UnreadableDocument } from './unreadable-document.tsx';
import { useFormEdits } from './use-form-edits.ts';

const partWords: RowWords = {
  one: 'part',
  sign: '=',
  fresh: 'name=',
  none: 'No parts.',
  withMedia: true,
};

const headerWords: RowWords = {
  one: 'header',
  sign: ':',
  fresh: 'X-Header:',
  none: 'No custom headers.',
  withMedia: false,
};

/** The keys of the service as fields: another view of the same text. */
export function AccountForm() {
  const { xml, account, locale: chosen } = useSession().session;
  const locale = chosen || undefined;
  const { built } = useRequest();
  const hues = useHues();
  const history = useEditorState();
  const form = useMemo(() => readForm(xml, { account, locale }), [xml, account, locale]);
  const edits = useFormEdits({ account, locale });
  const own = built.inputs.parameters;
  const isAlias = built.inputs.assumptions['sms-to'] === 'alias' && !Object.hasOwn(own, recipientAlias);
  const reading = useMemo(() => {
    const isKnown = isKnownParameter(own);
    return { isKnown, parts: partGrammar(isKnown), headers: headerGrammar(isKnown) };
  }, [own]);
  const nodes = form.kind === 'keys' ? form.nodes : noNodes;
  const context = useMemo(
    (): Form => ({
      edits,
      nodes,
      runsOf: (text) => templateRuns(text, reading.isKnown),
      hueOf: (name) => {
        const hue = hues.get(isAlias && name === recipientAlias ? recipient : name);
        // Unknown elsewhere, it is the file in a part.
        return name === mediaContent && hue === 'unknown' ? undefined : hue;
      },
    }),
    [edits, nodes, reading, hues, isAlias],
  );
  if (form.kind === 'unreadable') return <UnreadableDocument xml={xml} faults={form.faults} />;

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
    <FormContext value={context}>
      <PaneScroll onKeyDown={onKeyDown}>
        <div className="@container">
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
      </PaneScroll>
    </FormContext>
  );
}

const noNodes: readonly string[] = [];
