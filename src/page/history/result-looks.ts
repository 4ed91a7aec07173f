import Ban from 'lucide-react/icons/ban';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import CircleX from 'lucide-react/icons/circle-x';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import Unplug from 'lucide-react/icons/unplug';
import type { ResultKind } from './entry.ts';

/** Beside the words, which say it, too. */
export const resultLooks = {
  succeeded: { Icon: CircleCheck, colour: 'text-good' },
  doubtful: { Icon: TriangleAlert, colour: 'text-warn' },
  failed: { Icon: CircleX, colour: 'text-bad' },
  'no-reply': { Icon: Unplug, colour: 'text-warn' },
  cancelled: { Icon: Ban, colour: 'text-muted' },
  unjudged: { Icon: CircleHelp, colour: 'text-muted' },
} satisfies Record<ResultKind, { readonly Icon: typeof Ban; readonly colour: string }>;
