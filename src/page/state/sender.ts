/** Which computer sends the uploads of this page. */
import { type SenderWords, senderWords } from '../../upload/sender.ts';

export function pageSender(): SenderWords {
  return senderWords(window.location.hostname);
}
