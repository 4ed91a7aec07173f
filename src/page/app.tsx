import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { buildRequest } from '../core/build-request.ts';
import { fileNameOf, typeOfMedia } from '../core/request/media-type.ts';
import { type Fix, type Position, positionLookup, type Range } from '../core/source/diagnostics.ts';
import type { AccountEditorHandle } from './account/account-editor.tsx';
import { AccountRoom } from './account/account-pane.tsx';
import { DocumentDrop } from './account/document-drop.tsx';
import { lineEditsOf } from './account/fix-edits.ts';
import { parameterMarks } from './account/request-parameter-marks.ts';
import { LoadFault } from './components/error-boundary.tsx';
import { FileDrop } from './components/file-drop.tsx';
import { startTwinLights } from './components/linked-highlighting.ts';
import { TooltipLayer } from './components/tooltip-layer.tsx';
import { type Example, examplesFor } from './examples/examples.ts';
import { Floors, Rooms } from './layout/pane-layout.tsx';
import { assumptionsButtonId, StatusBar } from './layout/status-bar.tsx';
import { TopBar } from './layout/top-bar.tsx';
import { useShortcuts } from './layout/use-shortcuts.ts';
import { loadAssumptionsPanel, prefetchWhenIdle } from './prefetch.ts';
import { RequestRoom } from './request/request-pane.tsx';
import { RunActionsContext } from './request/run-actions.ts';
import { ResponseRoom } from './response/response-pane.tsx';
import { TestUpload } from './send/test-upload.tsx';
import { useFailingServer } from './send/use-failing-server.ts';
import { serverOf } from './state/accepted-certificates.ts';
import { documentLocales } from './state/document-locales.ts';
import { listProblems, nextProblem, type Problem } from './state/problems.ts';
import { useAcceptedCertificates } from './state/use-accepted-certificates.ts';
import { requestInputs, useBuiltRequest } from './state/use-built-request.ts';
import { useDocument } from './state/use-document.ts';
import { useDrops } from './state/use-drops.ts';
import { useHues } from './state/use-hues.ts';
import { useMedia } from './state/use-media.ts';
import { useProvenance } from './state/use-provenance.ts';
import { useSentRequest } from './state/use-sent-request.ts';
import { randomBoundary, useSession } from './state/use-session.ts';
import { useTheme } from './state/use-theme.ts';
import { useUpload } from './state/use-upload.ts';
import { useReplyReading } from './state/use-verdict.ts';
import './app.css';

const AssumptionsPanel = lazy(() =>
  loadAssumptionsPanel().then((module) => ({ default: module.AssumptionsPanel })),
);

const examples = examplesFor(window.location.origin);

/** The page: inputs at the top, everything else derived from them, three rooms to show it. */
export function App() {
  const { session, change, saved, lostFile } = useSession(examples[0]);
  const media = useMedia(session, change);
  const { inputs, built } = useBuiltRequest(session, media.source);
  const hues = useHues(built);
  const upload = useUpload();
  const sent = useSentRequest(upload.upload, built.request, media.source.blob);
  const outcome = useReplyReading(upload.upload?.exchange ?? null, session.assumptions);
  const certificates = useAcceptedCertificates();
  const theme = useTheme();
  const [showSecrets, setShowSecrets] = useState(false);
  const [isAssumptionsOpen, setIsAssumptionsOpen] = useState(false);
  const editor = useRef<AccountEditorHandle>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [textAccess] = useState(() => ({
    replaceText: (text: string) => editor.current?.replaceText(text),
    text: () => editor.current?.text() ?? '',
  }));
  const document = useDocument(session, change, textAccess);
  const problems = useMemo(
    () => listProblems(inputs.xml, built.diagnostics),
    [inputs.xml, built.diagnostics],
  );

  const marks = useMemo(() => parameterMarks(built, hues), [built, hues]);

  useEffect(() => startTwinLights(window.document), []);
  useEffect(prefetchWhenIdle, []);

  const onText = useCallback((xml: string) => change({ type: 'xml', xml }), [change]);
  const showPlace = useCallback(
    (start: Position, end: Position) => {
      // A place of the text is in the XML, which must be there to take the focus.
      flushSync(() => change({ type: 'view', view: 'xml' }));
      editor.current?.select(start, end);
    },
    [change],
  );
  const positionOf = useMemo(() => positionLookup(inputs.xml), [inputs.xml]);
  const showRange = useCallback(
    ({ start, end }: Range) => showPlace(positionOf(start), positionOf(end)),
    [showPlace, positionOf],
  );
  const provenance = useProvenance(built, editor, showRange);
  const accountChoice = { account: session.account, locale: session.locale || undefined };
  const failing = useFailingServer(editor, accountChoice, session.xml);
  const goTo = useCallback(
    ({ start, end }: Problem) => {
      if (start && end) showPlace(start, end);
    },
    [showPlace],
  );
  const goToNext = (direction: 'next' | 'previous') => {
    const from = editor.current?.position() ?? { line: 1, column: 1 };
    const problem = nextProblem(problems, from, direction);
    if (problem) goTo(problem);
  };
  const onFix = (fix: Fix) => {
    // A fix is for the text it was made for; the list catches up in a moment.
    if (inputs.xml === session.xml) editor.current?.applyEdits(lineEditsOf(fix, inputs.xml));
  };
  const onExample = (example: Example) => {
    change({ type: 'example', example });
    editor.current?.replaceText(example.xml);
    document.tell(null);
  };
  const sendWith = (accepted?: { readonly server: string; readonly fingerprint: string }) => {
    if (upload.isSending) return;
    // What goes out is built from what stands there now, not from what was drawn a moment ago.
    const { request: plan } = buildRequest(requestInputs(session, media.source));
    if (!plan) return;
    const to = serverOf(plan);
    // What was accepted a moment ago is for the server that showed it, not for one typed in since.
    const acceptCertificate =
      accepted && accepted.server === to ? accepted.fingerprint : certificates.acceptedFor(to);
    upload.send({ plan, media: media.ready(), acceptCertificate });
    sent.onSend();
    // It says that nothing was sent yet.
    failing.onNoticeRead();
  };
  const send = () => sendWith();
  const acceptAndSend = (server: string, fingerprint: string) => {
    certificates.accept(server, fingerprint);
    sendWith({ server, fingerprint });
  };
  const server = built.request && serverOf(built.request);
  const dropOn = useDrops(document, media);
  const choose = () => chooser.current?.click();
  const closeAssumptions = () => {
    setIsAssumptionsOpen(false);
    window.document.getElementById(assumptionsButtonId)?.focus();
  };
  useShortcuts({
    onSend: send,
    onProblem: goToNext,
    onOpen: choose,
    onSave: document.save,
    onStrayFiles: dropOn('page'),
  });

  const onParameter = useCallback(
    (name: string, value: string) => change({ type: 'parameter', name, value }),
    [change],
  );
  const onResetParameter = useCallback((name: string) => change({ type: 'reset-parameter', name }), [change]);
  const locales = useMemo(() => documentLocales(built.document.account?.element ?? null), [built]);
  const { media: planned } = inputs;
  const effectiveType = typeOfMedia(planned);
  const fromMedia = useMemo(
    () => ({ media_size: String(planned.size), content_type: effectiveType }),
    [planned.size, effectiveType],
  );

  return (
    <div className="page">
      <TopBar
        examples={examples}
        onExample={onExample}
        document={{
          chooser,
          name: document.name,
          isUnsaved: document.isUnsaved,
          onFile: (file) => document.open(file),
          onOpen: choose,
          onSave: document.save,
        }}
        showSecrets={showSecrets}
        onShowSecrets={setShowSecrets}
        theme={theme}
      />
      <main className="page-rooms">
        <Rooms
          account={
            <DocumentDrop
              onFiles={dropOn('document')}
              notice={document.notice}
              onNoticeRead={() => document.tell(null)}
            >
              <AccountRoom
                editor={editor}
                view={session.view}
                onView={(view) => change({ type: 'view', view })}
                choice={accountChoice}
                built={built}
                hues={hues}
                xml={session.xml}
                onText={onText}
                onCursor={provenance.onCursor}
                marks={marks}
                problems={problems}
                onProblem={goTo}
                onPlace={showPlace}
                onFix={onFix}
                hideSecrets={!showSecrets}
                theme={theme.effective}
              />
            </DocumentDrop>
          }
          request={
            <RunActionsContext value={provenance.actions}>
              <FileDrop onFiles={dropOn('page')}>
                <RequestRoom
                  built={built}
                  problems={problems}
                  hues={hues}
                  assumptions={inputs.assumptions}
                  mediaHead={media.source.head}
                  media={media.toShow}
                  showSecrets={showSecrets}
                  onProblem={goTo}
                  onAssumptions={() => setIsAssumptionsOpen(true)}
                />
              </FileDrop>
            </RunActionsContext>
          }
          upload={
            <Floors
              id="upload"
              label="Height of the reply"
              sizes={[60, 40]}
              lowerMin={90}
              upper={
                <TestUpload
                  plan={built.request}
                  exchange={upload.upload?.exchange ?? null}
                  isSending={upload.isSending}
                  onRevoke={
                    certificates.acceptedFor(server) && server ? () => certificates.revoke(server) : null
                  }
                  failing={failing}
                  onSend={send}
                  onCancel={upload.cancel}
                  onDropped={dropOn('media')}
                  media={{
                    source: media.source,
                    problem: media.problem,
                    notice: media.notice,
                    lostFile,
                    fileName: session.fileName,
                    mediaType: session.mediaType,
                    effective: { name: fileNameOf(planned, effectiveType), type: effectiveType },
                    onFile: media.chooseFile,
                    onSample: media.chooseSample,
                    onFileName: (name) => change({ type: 'file-name', name }),
                    onMediaType: (mediaType) => change({ type: 'media-type', mediaType }),
                  }}
                  parameters={{
                    used: built.parameters,
                    values: session.parameters,
                    xml: inputs.xml,
                    fromMedia,
                    rewriting: built.rewriting,
                    onRange: showRange,
                    hues,
                    showSecrets,
                    onChange: onParameter,
                    onReset: onResetParameter,
                  }}
                  delivery={{
                    boundary: session.boundary,
                    onBoundary: (boundary) => change({ type: 'boundary', boundary }),
                    onNewBoundary: () => change({ type: 'boundary', boundary: randomBoundary() }),
                    locale: session.locale,
                    locales,
                    onLocale: (locale) => change({ type: 'locale', locale }),
                    account: session.account,
                    accounts: built.accounts,
                    onAccount: (account) => change({ type: 'account', account }),
                  }}
                />
              }
              lower={
                <ResponseRoom
                  upload={upload.upload}
                  outcome={outcome}
                  hasChanged={sent.hasChanged}
                  showSecrets={showSecrets}
                  onAccept={acceptAndSend}
                />
              }
            />
          }
        />
      </main>
      <StatusBar
        built={built}
        assumptions={session.assumptions}
        isAssumptionsOpen={isAssumptionsOpen}
        onAssumptions={() => setIsAssumptionsOpen((open) => !open)}
        onProblems={() => goToNext('next')}
        saved={saved}
      />
      {isAssumptionsOpen && (
        <LoadFault>
          <Suspense fallback={null}>
            <AssumptionsPanel
              assumptions={session.assumptions}
              built={built}
              showSecrets={showSecrets}
              onChange={(id, option) => change({ type: 'assumption', id, option })}
              onDefaults={() => change({ type: 'default-assumptions' })}
              onClose={closeAssumptions}
            />
          </Suspense>
        </LoadFault>
      )}
      <TooltipLayer />
    </div>
  );
}
