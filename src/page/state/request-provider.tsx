/** The request that follows from the session, for every view that shows something of it. */
import { type ReactNode, useMemo } from 'react';
import type { BuiltRequest, RequestInputs } from '../../core/build-request.ts';
import { useMedia } from './media-provider.tsx';
import type { Hues } from './parameter-hues.ts';
import { listProblems, type Problem } from './problems.ts';
import { requiredContext } from './required-context.ts';
import { useSession } from './session-provider.tsx';
import { useBuiltRequest } from './use-built-request.ts';
import { useAssignedHues } from './use-hues.ts';

export interface RequestState {
  /** What it was built from: in a large document a moment behind the typing. */
  readonly inputs: RequestInputs;
  readonly built: BuiltRequest;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

const [Provider, useRequest] = requiredContext<RequestState>('Request');
// Apart, because they stay the same while the request changes.
const [HuesProvider, useHues] = requiredContext<Hues>('Request');

export { useHues, useRequest };

export function RequestProvider({ children }: { readonly children: ReactNode }) {
  const { session } = useSession();
  const { source } = useMedia();
  const { inputs, built } = useBuiltRequest(session, source);
  const hues = useAssignedHues(built);
  const state = useMemo(
    () => ({ inputs, built, problems: listProblems(inputs.xml, built.diagnostics) }),
    [inputs, built],
  );
  return (
    <Provider value={state}>
      <HuesProvider value={hues}>{children}</HuesProvider>
    </Provider>
  );
}
