/** The request that follows from the inputs: one memoised function of them. */
import { useDeferredValue, useMemo } from 'react';
import { type BuiltRequest, buildRequest, type RequestInputs } from '../../core/build-request.ts';
import { withAllDiagnostics } from '../../language/all-diagnostics.ts';
import { type MediaFacts, mediaOf } from '../media/media.ts';
import { encodingDiagnostics } from './account-document.ts';
import type { Session } from './session.ts';

export function requestInputs(session: Session, source: MediaFacts): RequestInputs {
  const { xml, account, locale, parameters, assumptions, boundary, fileName, mediaType } = session;
  return {
    xml,
    account,
    ...(locale !== '' && { locale }),
    parameters,
    media: mediaOf(source, fileName, mediaType),
    assumptions,
    boundary,
  };
}

export interface Derived {
  readonly inputs: RequestInputs;
  readonly built: BuiltRequest;
}

/** May lag a moment behind the typing in a large document; `inputs` are those it was built from. */
export function useBuiltRequest(session: Session, source: MediaFacts): Derived {
  const { kind, name, size, type, head } = source;
  // The bytes of a sample come a moment later: the request is the same, and no view is drawn anew.
  const media = useMemo(() => ({ kind, name, size, type, head }), [kind, name, size, type, head]);
  const latest = useMemo(() => requestInputs(session, media), [session, media]);
  const inputs = useDeferredValue(latest);
  const built = useMemo(() => withAllDiagnostics(buildRequest(inputs)), [inputs]);
  const { document } = session;
  return useMemo(() => {
    // What was wrong with the file is a problem of the document, beside those of its text.
    const ofFile = encodingDiagnostics(document, inputs.xml);
    if (ofFile.length === 0) return { inputs, built };
    return { inputs, built: { ...built, diagnostics: [...ofFile, ...built.diagnostics] } };
  }, [inputs, built, document]);
}
