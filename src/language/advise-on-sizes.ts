import type { BuiltRequest } from '../core/build-request.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import type { AdviceDraft } from './advices.ts';

const mebibyte = 1024 * 1024;

/** Bytes that the servers take as they come set up. */
export const stockLimits = {
  nginxBody: mebibyte,
  phpFile: 2 * mebibyte,
  phpBody: 8 * mebibyte,
} as const;

export function adviseOnSizes({ inputs }: BuiltRequest, plan: RequestPlan): readonly AdviceDraft[] {
  const body = plan.bodyLength;
  const file = plan.parts.some((part) => part.isFile) ? inputs.media.size : 0;
  const advice: AdviceDraft[] = [];
  if (body > stockLimits.nginxBody)
    advice.push({
      id: 'nginx-limit',
      severity: 'info',
      message: `The body has ${inMebibytes(body)}: nginx as it comes set up takes 1 MiB and answers 413. Raise client_max_body_size.`,
      rationale: 'The default of client_max_body_size is 1m.',
    });
  if (file > stockLimits.phpFile)
    advice.push({
      id: 'php-file-limit',
      severity: 'info',
      message: `The file has ${inMebibytes(file)}: PHP as it comes set up takes files of 2 MiB, and $_FILES then holds error 1 and no file. Raise upload_max_filesize.`,
      rationale: 'The default of upload_max_filesize is 2M.',
    });
  if (body > stockLimits.phpBody)
    advice.push({
      id: 'php-body-limit',
      severity: 'info',
      message: `The body has ${inMebibytes(body)}: PHP as it comes set up takes 8 MiB, and $_POST and $_FILES are then empty. Raise post_max_size.`,
      rationale: 'The default of post_max_size is 8M.',
    });
  return advice;
}

/** Rounded up, so that what is over a limit never reads as the limit. */
function inMebibytes(bytes: number): string {
  return `${(Math.ceil((bytes / mebibyte) * 10) / 10).toFixed(1)} MiB`;
}
