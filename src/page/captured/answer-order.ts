/** What the worker answers: a capture, imported or inspected. */
import type { Capture } from '../../capture/captured.ts';
import { importRequest } from '../../import/import-request.ts';
import { type Inspected, inspectCapture } from '../../inspect/inspect-capture.ts';
import type { CaptureAnswer, CaptureTask, ImportedAccount, InspectedMessage } from './capture-messages.ts';
import type { ReadSource } from './read-source.ts';

/** Characters of a reply's text that are handed on. */
const mostText = 64 * 1024;

export function answerOrder({ entries, count, chosen }: ReadSource, task: CaptureTask): CaptureAnswer {
  const base = { entries, count, chosen: chosen?.index ?? null, imported: null, inspected: null };
  if (chosen === null) return { ...base, faults: [] };
  const { capture } = chosen;
  switch (task.type) {
    case 'import':
      return { ...base, faults: importFaults(capture), imported: imported(capture, task) };
    case 'inspect': {
      const inspected = inspectCapture(capture, task.assumptions);
      return { ...base, faults: inspected.faults, inspected: shown(inspected) };
    }
  }
}

function importFaults({ request, reply, faults }: Capture): CaptureAnswer['faults'] {
  if (request !== null || reply === null) return faults;
  const text = 'This is a reply: the request that it answers is what can be imported.';
  return [...faults, { severity: 'fault', code: 'not-http', text, at: null }];
}

function imported(
  { request }: Capture,
  { choices, assumptions }: Extract<CaptureTask, { readonly type: 'import' }>,
): ImportedAccount | null {
  if (request === null) return null;
  const { xml, guesses, parameters, proof } = importRequest(request, { choices, assumptions });
  return { xml, guesses, parameters, proof };
}

function shown({ request, reply }: Inspected): InspectedMessage | null {
  if (request === null && reply === null) return null;
  return {
    request,
    reply: reply && {
      status: reply.inputs.status,
      headers: reply.inputs.headers,
      verdict: { ...reply.verdict, text: reply.verdict.text.slice(0, mostText) },
    },
  };
}
