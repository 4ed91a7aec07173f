/** An exchange as the page holds it: the shared state, with the page's own body, file and worker. */
import type * as shared from '../../upload/exchange.ts';
import type * as run from '../../upload/run-upload.ts';
import type { ChosenFile } from '../media/chosen-file.ts';
import type { ReplySource } from './reply-source.ts';

interface Local {
  /** The body that is sent, by reference. */
  readonly body: Blob;
  /** The file in it; null where it is a sample. */
  readonly chosen: ChosenFile | null;
  /** Holds and reads the reply's body. */
  readonly source: ReplySource;
}

export type Exchange = shared.Exchange<Local>;
export type ExchangeAction = shared.ExchangeAction<Local>;
export type Upload = run.Upload<Local>;
export type EarlierExchange = run.EarlierExchange<Local>;
export type UploadIo = run.UploadIo<Local>;
