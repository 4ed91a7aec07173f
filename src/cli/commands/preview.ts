/** `preview FILE`: the request for an Account XML, to the byte. */

import { type Finding, findingsOf } from '../../language/findings/findings.ts';
import { diagnosticsJson } from '../../language/findings/places.ts';
import type { BuiltDocument } from '../input/document.ts';
import { buildFromFile } from '../input/document.ts';
import { openInputs } from '../input/request-inputs.ts';
import { parseFormat, parseSecrets } from '../option-values.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { diagnosticLines } from '../output/diagnostics.ts';
import { printRequest } from '../output/print-request.ts';
import { provenanceJson } from '../output/provenance.ts';
import { rewritingJson } from '../output/rewriting.ts';
import { parseOptions } from '../parse-options.ts';

export async function preview(args: readonly string[], console: Console): Promise<StatusOf<'preview'>> {
  const { values, operands } = parseOptions('preview', args);
  const [file] = operands;
  const format = parseFormat('preview', values.format);
  const secrets = parseSecrets(values.secrets);
  const { inputs, media } = await openInputs(values);
  try {
    const built = await buildFromFile(file, console, inputs);
    const findings = findingsOf(built, { advice: !values['no-advice'] });
    if (format === 'json') await console.json(previewJson(built, findings));
    else {
      await console.err(diagnosticLines(findings, built.xml, file));
      await printRequest(built, { format, secrets }, media, console);
    }
    return built.request ? exit.ok : exit.failed;
  } finally {
    await media.close();
  }
}

/** Provenance and diagnostics with lines and columns, as programs read them. */
function previewJson({ request, rewriting, xml }: BuiltDocument, findings: readonly Finding[]) {
  return {
    request: request && {
      method: request.method,
      url: request.url,
      target: request.target,
      headers: request.headers.map((header) => [header.name, header.value]),
      bodyLength: request.bodyLength,
    },
    diagnostics: diagnosticsJson(findings, xml),
    provenance: request ? provenanceJson(request, xml) : [],
    rewriting: rewritingJson(rewriting, xml),
  };
}
