/** Parts that are loaded later are fetched when the page is at rest: its server may be gone when they are needed. */

import { loadRules } from './components/rule-chip.tsx';
import { AccountForm, dialogs, panels, ReferenceLayer, WhatArrived } from './later-views.tsx';
import { loadBarMenu } from './layout/bar-button.tsx';
import { loadAdvice } from './problems/problems-pane.tsx';
import { loadSpanCard } from './request/span-cards.tsx';
import { loadVerdictParts } from './response/verdict-parts.ts';
import { editorSettled } from './state/editor-settled.ts';
import { loadFailures } from './state/failures.ts';
import { loadAnswer, loadSending } from './state/use-upload.ts';

const parts = [
  loadFailures,
  loadSending,
  loadAnswer,
  loadRules,
  loadVerdictParts,
  AccountForm.load,
  WhatArrived.load,
  loadSpanCard,
  () => import('./request/bytes-view.tsx'),
  loadBarMenu,
  loadAdvice,
  ...Object.values(panels).map(({ load }) => load),
  () => import('./assumptions/assumption-diff.tsx'),
  ...Object.values(dialogs).map(({ load }) => load),
  ReferenceLayer.load,
];

/** After the editor, which is needed first, and one after the other: what a person asks for goes before. */
export async function prefetchWhenIdle(): Promise<void> {
  await editorSettled;
  for (const load of parts) {
    // Whoever needs a part that could not be fetched now tries again, and says so.
    await load().catch(() => {});
  }
}
