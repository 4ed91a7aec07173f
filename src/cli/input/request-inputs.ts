/** The inputs of a session, from the options of `preview` and `send`. */
import type { RequestInputs } from '../../core/build-request.ts';
import {
  parseAccount,
  parseAssumptions,
  parseBoundary,
  parseMediaType,
  parseParameters,
} from '../option-values.ts';
import type { readingOptions, requestOptions } from '../options.ts';
import type { Values } from '../parse-options.ts';
import { type MediaFile, openMedia } from './media-file.ts';

type ReadingValues = Values<typeof readingOptions>;
export type RequestValues = Values<typeof requestOptions>;
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
