/** `judge BODY-FILE --status N`: reads a saved reply the way the client would. */
import { judgeResponse } from '../../core/response/judge.ts';
import { readWhole } from '../input/read-file.ts';
import { parseAssumptions, parseFormat } from '../option-values.ts';
import { type Console, type ExitStatus, exit } from '../output/console.ts';
import { verdictJson, verdictLines, withoutAdvice } from '../output/verdict.ts';
import { oneFile, parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';

const judgeOptions = {
  status: { type: 'string' },
  header: { type: 'string', multiple: true },
  assume: { type: 'string', multiple: true },
  format: { type: 'string' },
  'no-advice': { type: 'boolean' },
} as const;

export async function judge(args: readonly string[], console: Console): Promise<ExitStatus> {
  const { values, positionals } = parseOptions(args, judgeOptions);
  const file = oneFile(positionals, 'judge');
  const format = parseFormat(values.format, ['text', 'json']);
  const reply = {
    status: parseStatus(values.status),
    headers: (values.header ?? []).map(parseHeader),
    assumptions: parseAssumptions(values.assume),
  };
  const judged = judgeResponse({ ...reply, body: await readWhole(file, console) });
  const verdict = values['no-advice'] ? withoutAdvice(judged) : judged;
  if (format === 'json') await console.json(verdictJson(verdict));
  else await console.out(verdictLines(verdict));
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
