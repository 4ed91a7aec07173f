/** `judge BODY-FILE --status N`: reads a saved reply the way the app would. */
import { judgeResponse } from '../../core/response/judge.ts';
import { lenientReasons } from '../../upload/lenient-reading.ts';
import { readWhole } from '../input/read-file.ts';
import { parseAssumptions, parseFormat } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { verdictJson, verdictLines, withoutAdvice } from '../output/verdict.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

export async function judge(args: readonly string[], console: Console): Promise<StatusOf<'judge'>> {
  const { values, operands } = parseOptions('judge', args);
  const [file] = operands;
  const format = parseFormat('judge', values.format);
  const reply = {
    status: parseStatus(values.status),
    headers: (values.header ?? []).map(parseHeader),
    assumptions: parseAssumptions(values.assume),
  };
  const judged = judgeResponse({ ...reply, body: await readWhole(file, console) });
  const verdict = values['no-advice'] ? withoutAdvice(judged) : judged;
  const lenient = values['no-advice'] ? [] : lenientReasons(judged, reply.status);
  if (format === 'json') await console.json(verdictJson(verdict));
  else await console.out(verdictLines(verdict, lenient));
  return verdict.success ? exit.ok : exit.failed;
}

function parseStatus(text: string | undefined): number {
  if (text === undefined) throw new UsageError("judge needs the reply's status, for example --status 200.");
  if (!/^[1-9][0-9]{2}$/.test(text))
    throw new UsageError(`--status ${text}: three digits are needed, such as 200.`);
  return Number(text);
}

/** RFC 9110: a token, a colon, a value; white space around the value is not part of it. */
function parseHeader(text: string): readonly [name: string, value: string] {
  const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new UsageError(`--header "${text}" is not Name: value, for example 'Content-Type: text/xml'.`);
  return [name, value];
}
