/** What `verdict-parts.ts` loads: a verdict, and all that stands below it. */

import { outcomeOf, toneOf } from '../../state/outcome/outcome-of.ts';
import { ReplyDetails } from '../reply-details.tsx';
import { OutcomeAside } from './outcome-aside.tsx';
import { OutcomeHead } from './outcome-head.tsx';
import { OutcomeText } from './outcome-text.tsx';

export const verdictParts = { ReplyDetails, OutcomeAside, OutcomeHead, OutcomeText, outcomeOf, toneOf };

export type VerdictParts = typeof verdictParts;
