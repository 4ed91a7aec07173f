/** What a person has to know of an export, beside its text. Pure. */
import type { ExportedRequest } from '../../exports/exported-request.ts';
import { type ExportFormat, type ExportId, exportFormats } from '../../exports/formats.ts';
import { formatSize } from '../components/format.ts';

export interface Notes {
  readonly notes: readonly string[];
  readonly differences: readonly string[];
}

export function notesOn(
  id: ExportId,
  request: ExportedRequest,
  mediaName: string,
  ofThisRequest: readonly string[],
): Notes {
  const { exact, leavesOut, limits, needs, readsMedia }: ExportFormat = exportFormats[id];
  const { mediaSize, variables } = request;
  const names = variables.map(({ name, places }) => `${name} (${places.join('; ')})`).join(', ');
  return {
    notes: [
      ...(needs === null ? [] : [`Needs ${needs}.`]),
      ...(readsMedia && mediaSize !== null
        ? [`Reads ${mediaName} (${formatSize(mediaSize)}) when it runs.`]
        : []),
      ...(variables.length === 0
        ? []
        : [
            leavesOut === 'variables'
              ? `Secrets are left out. Set these environment variables first, each to what is sent in its place: ${names}.`
              : `Secrets are left out. In their places: ${names}.`,
          ]),
    ],
    differences: exact ? [] : ofThisRequest.length > 0 ? ofThisRequest : limits,
  };
}
