/** Parts that are loaded later are fetched when the page is at rest: its server may be gone when they are needed. */

import { loadRules } from './components/rule-chip.tsx';
import { loadExamplesList } from './examples/examples-menu.tsx';
import { loadMoreList } from './layout/more-menu.tsx';
import { loadAdvice } from './problems/problems-pane.tsx';
import { loadSpanCard } from './request/span-cards.tsx';
import { loadVerdictParts } from './response/verdict-parts.ts';
import { editorSettled } from './state/editor-settled.ts';
import { loadFailures } from './state/failures.ts';
import { loadAnswer, loadSending } from './state/use-upload.ts';

export const loadAccountForm = () => import('./form/account-form.tsx');
export const loadAssumptionsPanel = () => import('./assumptions/assumptions-panel.tsx');
export const loadMyServer = () => import('./servers/my-server-line.tsx');
export const loadDrafts = () => import('./drafts/drafts.tsx');
export const loadPalette = () => import('./palette-layer.tsx');
export const loadReference = () => import('./reference-layer.tsx');
export const loadTour = () => import('./tour/tour.tsx');
export const loadWhatArrived = () => import('./arrived/what-arrived.tsx');

const parts = [
  loadFailures,
  loadSending,
  loadAnswer,
  loadRules,
  loadVerdictParts,
  loadAccountForm,
  loadWhatArrived,
  loadSpanCard,
  () => import('./request/bytes-view.tsx'),
  loadExamplesList,
  loadMoreList,
  loadAdvice,
  () => import('./servers/measured-dialog.tsx'),
  loadAssumptionsPanel,
  () => import('./assumptions/assumption-diff.tsx'),
  loadPalette,
  loadReference,
];

/** After the editor, which is needed first, and one after the other: what a person asks for goes before. */
export async function prefetchWhenIdle(): Promise<void> {
  await editorSettled;
  for (const load of parts) {
    // Whoever needs a part that could not be fetched now tries again, and says so.
    await load().catch(() => {});
  }
}
