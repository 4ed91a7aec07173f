/** Scenarios of well-formed replies that are not a plain success, and of those that come early. */
import { demoUploadPath } from '../../demo/report.ts';
import { demoRefusal, demoSuccess } from './demo-replies.ts';
import { answer, type DemoBehaviour, type DemoVisit } from './demo-visit.ts';

export async function answerEarly({ receive, options, usual, response }: DemoVisit): Promise<void> {
  const { status, contentType, body } = usual();
  const at = options.number('at');
  let isAnswered = false;
  const answerOnce = () => {
    if (isAnswered) return;
    isAnswered = true;
    response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) });
    response.write(body);
  };
  const isThere = await receive((total) => {
    if (total >= at) answerOnce();
  });
  if (!isThere) return;
  answerOnce();
  // Not before: Node closes the connection then, and what is still on its way would reset it.
  response.end();
}

/** Node closes the connection behind the reply; where more of the body comes, that resets it. */
export function refuseUnread(status: number, message: string): DemoBehaviour {
  return ({ leaveUnread, reply, response }) => {
    leaveUnread();
    answer(response, demoRefusal(reply, status, message), { Connection: 'close' });
  };
}

export async function tellMessage({ receive, reply, response }: DemoVisit): Promise<void> {
  if (!(await receive())) return;
  answer(response, demoRefusal(reply, 402, 'Not enough credit'));
}

export async function sendTo({ receive, options, reply, response }: DemoVisit): Promise<void> {
  if (!(await receive())) return;
  const status = Number(options.choice('status'));
  const location = { Location: `${demoUploadPath}?reply=${reply}` };
  answer(response, demoRefusal(reply, status, 'The service has moved'), location);
}

const crashPage = `<!DOCTYPE html>
<html lang="en">
  <head><title>500 Internal Server Error</title></head>
  <body>
    <h1>Internal Server Error</h1>
    <p>The server encountered an unexpected condition and could not complete your request.</p>
  </body>
</html>
`;

export async function answerInHtml({ receive, response }: DemoVisit): Promise<void> {
  if (!(await receive())) return;
  // It comes from the page's own origin; nothing in it could run, and nothing may.
  const policy = { 'Content-Security-Policy': "default-src 'none'; sandbox" };
  answer(response, { status: 500, contentType: 'text/html; charset=utf-8', body: crashPage }, policy);
}

export async function sayNothingOfUrl({ receive, reply, response }: DemoVisit): Promise<void> {
  if (!(await receive())) return;
  answer(response, demoRefusal(reply, 200, 'Stored'));
}

export async function declareJsonAsXml({ receive, usual, response }: DemoVisit): Promise<void> {
  if (await receive()) answer(response, { ...usual('json'), contentType: 'text/xml' });
}

export async function replyAsPrinted({ receive, usual, reply, response }: DemoVisit): Promise<void> {
  if (!(await receive())) return;
  const own = usual();
  answer(response, own.status === 200 ? demoSuccess(reply) : own);
}
