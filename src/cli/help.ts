/** What `--help` prints, made from the table of commands. */
import { type Command, type CommandName, commands, type Option } from './options.ts';

const program = 'media-upload-playground';

export function overview(): string {
  const rows = Object.entries(commands).map(([name, { usage, summary }]) => [`${name} ${usage}`, summary]);
  rows.push(['COMMAND --help', 'lists the options of a command'], ['--version', 'prints the version']);
  return `${program}: see, to the byte, what a softphone uploads for an Account XML, and send it.

  ${program} COMMAND …        (in the repository: npm run --silent cli -- COMMAND …)

${columns(rows).join('\n')}

- as a file reads standard input. Bad usage ends with status 2.`;
}

export function commandHelp(name: CommandName): string {
  const { usage, summary, details, options, statuses }: Command = commands[name];
  return `${[program, name, usage, '[OPTIONS]'].filter(Boolean).join(' ')}

${summary.replace(/^./, (first) => first.toUpperCase())}.
${details}

Options:
${optionLines(Object.entries(options)).join('\n')}

Exit status:
${columns(Object.entries({ 2: 'bad usage', ...statuses })).join('\n')}`;
}

/** The values that an option takes stand below it. */
function optionLines(options: readonly (readonly [name: string, Option])[]): string[] {
  const lines = columns(
    options.map(([name, { value = '', text, multiple }]) => [
      `--${name} ${value}`,
      multiple ? `${text}; repeatable` : text,
    ]),
  );
  return options.flatMap(([, { choices = {} }], index) => [
    ...lines.slice(index, index + 1),
    ...columns(Object.entries(choices)).map((line) => `    ${line}`),
  ]);
}

/** Rows of two, the first as wide as the widest needs. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return rows.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`);
}
