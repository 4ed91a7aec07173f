/** A page written for a browser, or a line of plain text, where a field was due (RES-9). */
import { decodeRuns } from '../xml/source-text.ts';
import { type PageWriter, pageWriter } from './page-writers.ts';
import { advice, quote } from './reasons.ts';
import type { Reason } from './verdict.ts';

/** Characters of a page that are looked at. */
const looked = 64 * 1024;

const htmlStart =
  /^\s*<(?:!doctype\s+html|(?:html|head|body|title|meta|style|script|h[1-6]|center|div|span|pre|p|br|hr|b|a)[\s/>])/i;
const htmlWithin = /<(?:!doctype\s+html|html[\s>]|body[\s>])/i;
const shownBeforeHtml = 4096;

/** None where the body is no such page. `server` is the Server header, if any. */
export function pointOutPage(text: string, status: number, server: string | undefined): readonly Reason[] {
  const page = text.slice(0, looked);
  const looksLike = pageWriter(page);
  const isHtml = htmlStart.test(page) || htmlWithin.test(page.slice(0, shownBeforeHtml));
  if (!isHtml) {
    if (!looksLike || /^\s*[<{[]/.test(page)) return [];
    const text = `The body is the plain text that ${looksLike.name} writes by itself. ${nextStep(status, looksLike)}`;
    return [advice('RES-9', text.trim())];
  }
  const { title, shown } = readPage(page);
  const titled = title === '' ? 'without a title' : `titled "${quote(title)}"`;
  const reads = shown === '' || shown === title ? '' : ` It reads: "${quote(shown)}".`;
  const said = `The body is an HTML page ${titled}${writtenBy(server, looksLike)}.${reads} ${nextStep(status, looksLike)}`;
  return [advice('RES-9', said.trim())];
}

function writtenBy(server: string | undefined, looksLike: PageWriter | null): string {
  if (server) {
    const known = looksLike !== null && !server.toLowerCase().includes(firstWord(looksLike.name));
    return `, written by ${quote(server)} (says its Server header)${known ? `, by its look by ${looksLike.name}` : ''}`;
  }
  return looksLike === null ? '' : `, by its look written by ${looksLike.name}`;
}

function firstWord(name: string): string {
  return (/^\w+/.exec(name)?.[0] ?? name).toLowerCase();
}

/** What else a status is about, RES-7 says. */
function nextStep(status: number, writer: PageWriter | null): string {
  const answer = 'For the app to show a reason, answer with a message in XML or JSON.';
  if (writer?.next !== undefined) return writer.next;
  if (status >= 200 && status <= 299)
    return 'That is often a login form, the start page of a site, or a program that failed and still answers 2xx: see that the URL leads to the upload handler and what its log says.';
  switch (status) {
    case 404:
    case 410:
      return `Nothing answers uploads at this URL: compare its host and path with the server's routes. ${answer}`;
    case 405:
      return `The URL is there, but not for this method. ${answer}`;
    case 500:
      return `The program failed: its error log says why. ${answer}`;
    case 502:
    case 503:
    case 504:
      return `The proxy in front of the program could not reach it or got no answer in time. ${answer}`;
    default:
      return answer;
  }
}

const unshown = new Set(['script', 'style', 'title']);

/** Title and visible text: enough to recognise a page, in one pass. */
function readPage(page: string): { title: string; shown: string } {
  let title = '';
  let shown = '';
  let within: string | null = null;
  for (const piece of page.split('<')) {
    const close = piece.indexOf('>');
    const name = /^\/?[a-z0-9]+/i.exec(piece)?.[0].toLowerCase() ?? '';
    if (unshown.has(name)) within = name;
    else if (within !== null && name === `/${within}`) within = null;
    const text = piece.slice(close + 1);
    if (within === 'title' && title === '') title = text;
    else if (within === null && shown.length < 400) shown += ` ${close < 0 && name !== '' ? '' : text}`;
  }
  return { title: asShown(title), shown: asShown(shown) };
}

function asShown(text: string): string {
  const all = { start: 0, end: text.length };
  return decodeRuns(text, [{ kind: 'text', ...all }], all)
    .text.replaceAll(/\s+/g, ' ')
    .trim();
}
