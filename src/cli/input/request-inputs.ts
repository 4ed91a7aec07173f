/** The inputs of a session, from the options of `preview` and `send`. */
import type { RequestInputs } from '../../core/build-request.ts';
import {
  parseAccount,
  parseAssumptions,
  parseBoundary,
  parseMediaType,
  parseParameters,
} from '../option-values.ts';
import { type MediaFile, openMedia } from './media-file.ts';

/** What `parseArgs` makes of `readingOptions`. */
export interface ReadingValues {
  readonly param?: readonly string[] | undefined;
  readonly assume?: readonly string[] | undefined;
  readonly account?: string | undefined;
  readonly locale?: string | undefined;
}

/** What `parseArgs` makes of `requestOptions`. */
export interface RequestValues extends ReadingValues {
  readonly media?: string | undefined;
  readonly 'media-name'?: string | undefined;
  readonly 'media-type'?: string | undefined;
  readonly boundary?: string | undefined;
}

export type InputsWithoutDocument = Omit<RequestInputs, 'xml'>;

export interface OpenInputs {
  readonly inputs: InputsWithoutDocument;
  /** Open until `close`. */
  readonly media: MediaFile;
}

/** Checks the options first, so that bad usage opens no file. */
export async function openInputs(values: RequestValues): Promise<OpenInputs> {
  const reading = parseReading(values);
  const boundary = parseBoundary(values.boundary);
  const type = parseMediaType(values['media-type']);
  const media = await openMedia({ path: values.media, name: values['media-name'], type });
  return { media, inputs: { ...reading, boundary, media: media.media } };
}

export function parseReading(values: ReadingValues): Omit<InputsWithoutDocument, 'media' | 'boundary'> {
  const account = parseAccount(values.account);
  return {
    parameters: parseParameters(values.param),
    assumptions: parseAssumptions(values.assume),
    ...(account === undefined ? {} : { account }),
    ...(values.locale ? { locale: values.locale } : {}),
  };
}
