/** What the options between two `--next` say of a request. */
import type { CapturedPiece } from '../captured.ts';
import type { FormPart } from './form-part.ts';

export interface DataPiece {
  readonly pieces: readonly CapturedPiece[];
  /** `--json` adds without `&`. */
  readonly isJson: boolean;
}

export interface RequestOptions {
  urls: { readonly url: string; readonly at: number }[];
  uploads: { readonly path: string; readonly at: number }[];
  method: string | null;
  headers: { readonly text: string; readonly at: number }[];
  data: DataPiece[];
  forms: FormPart[];
  queries: string[];
  userAgent: string | null;
  referer: string | null;
  cookies: string[];
  user: string | null;
  bearer: string | null;
  scheme: 'basic' | 'digest' | 'any';
  isGet: boolean;
  isHead: boolean;
  isCompressed: boolean;
  isOld: boolean;
  isPathAsIs: boolean;
  isGlobOff: boolean;
  isJson: boolean;
  escapesByBackslash: boolean;
  target: string | null;
  defaultScheme: string;
}

export function emptyOptions(): RequestOptions {
  return {
    urls: [],
    uploads: [],
    method: null,
    headers: [],
    data: [],
    forms: [],
    queries: [],
    userAgent: null,
    referer: null,
    cookies: [],
    user: null,
    bearer: null,
    scheme: 'basic',
    isGet: false,
    isHead: false,
    isCompressed: false,
    isOld: false,
    isPathAsIs: false,
    isGlobOff: false,
    isJson: false,
    escapesByBackslash: false,
    target: null,
    defaultScheme: 'http',
  };
}
