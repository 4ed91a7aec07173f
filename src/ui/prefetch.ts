/** Parts that are loaded later are fetched when the page is at rest: its server may be gone when they are needed. */
import { loadFailureTexts } from '../app/failures.ts';
import { loadAnswer } from '../app/use-upload.ts';
import { loadAccountForm } from './account/account-room.tsx';
import { loadAdvice } from './account/problem-list.tsx';
import { loadReplyDetails } from './response/response-room.tsx';
import { loadExamplesList } from './shell/examples-menu.tsx';
import { loadFailingServers } from './upload/failing-servers-menu.tsx';

export const loadAssumptionsPanel = () => import('./shell/assumptions-panel.tsx');

const parts = [
  loadFailureTexts,
  () => import('../core/response/judge.ts'),
  loadAccountForm,
  loadReplyDetails,
  loadAnswer,
  () => import('./request/bytes-view.tsx'),
  loadExamplesList,
  loadAdvice,
  loadAssumptionsPanel,
  () => import('./shell/assumption-diff.tsx'),
  loadFailingServers,
];

/** After the editor, which is needed first. */
export function prefetchWhenIdle(): () => void {
  let wanted = true;
  const timer = setTimeout(async () => {
    await import('../editor/xml-editor.ts').catch(() => {});
    if (!wanted) return;
    // Whoever needs a part that could not be fetched now tries again, and says so.
    for (const part of parts) part().catch(() => {});
  }, 1500);
  return () => {
    wanted = false;
    clearTimeout(timer);
  };
}
