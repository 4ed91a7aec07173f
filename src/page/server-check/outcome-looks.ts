import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleDot from 'lucide-react/icons/circle-dot';
import CircleSlash from 'lucide-react/icons/circle-slash';
import CircleX from 'lucide-react/icons/circle-x';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Outcome } from '../../server-check/report.ts';

/** Beside the words, which say it, too. */
export const outcomeLooks = {
  passed: { Icon: CircleCheck, colour: 'text-good' },
  warning: { Icon: TriangleAlert, colour: 'text-warn' },
  failed: { Icon: CircleX, colour: 'text-bad' },
  observed: { Icon: CircleDot, colour: 'text-muted' },
  skipped: { Icon: CircleSlash, colour: 'text-muted' },
  'not-run': { Icon: CircleDashed, colour: 'text-muted' },
} satisfies Record<Outcome, { readonly Icon: typeof CircleX; readonly colour: string }>;
