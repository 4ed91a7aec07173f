/** What is hidden on screen: a password that is sent. (Asterisks of TPL-6 are what is sent.) */
import type { Origin } from '../../core/source/provenance.ts';

export function isHiddenOnScreen(origin: Origin): boolean {
  return origin.kind === 'parameter' && origin.secret === true && origin.masked !== true;
}
