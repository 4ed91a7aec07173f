/** Where reports of a check go, and what is written there. */
import { constants } from 'node:fs';
import { access, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { htmlReport } from '../../reports/html/html-report.ts';
import { jsonReport } from '../../reports/json-report.ts';
import { junitReport } from '../../reports/junit-report.ts';
import type { CheckReport } from '../../server-check/report.ts';
import { UsageError } from '../usage-error.ts';

const reportOptions = ['report-junit', 'report-json', 'report-html'] as const;

export type ReportPaths = { readonly [O in (typeof reportOptions)[number]]?: string | undefined };

/** Before anything is sent: a report that can't be written would be known only when all is over. */
export async function checkReportPaths(paths: ReportPaths, files: number): Promise<void> {
  for (const option of ['report-json', 'report-html'] as const)
    if (paths[option] !== undefined && files > 1)
      throw new UsageError(
        `--${option} is of one FILE, and there are ${files}: --report-junit takes several.`,
      );
  for (const option of reportOptions) {
    const path = paths[option];
    const why = path === undefined ? null : await whyNotWritable(path);
    if (why !== null) throw new UsageError(`--${option} ${path}: ${why}`);
  }
}

async function whyNotWritable(path: string): Promise<string | null> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) return 'is a folder, not a file.';
  const folder = dirname(path);
  if (!(await stat(folder).catch(() => null))?.isDirectory()) return `the folder ${folder} does not exist.`;
  const may = access(there === null ? folder : path, constants.W_OK).then(
    () => true,
    () => false,
  );
  return (await may) ? null : 'permission denied.';
}

/** The path that could not be written after all, with the reason; null where all are. */
export async function writeReports(
  paths: ReportPaths,
  reports: readonly CheckReport[],
): Promise<string | null> {
  const [first] = reports;
  if (first === undefined) return null;
  const texts: readonly (readonly [path: string | undefined, text: () => string])[] = [
    [paths['report-junit'], () => junitReport(reports)],
    [paths['report-json'], () => jsonReport(first)],
    [paths['report-html'], () => htmlReport(first)],
  ];
  for (const [path, text] of texts) {
    if (path === undefined) continue;
    try {
      await writeFile(path, text());
    } catch (error) {
      return `${path} could not be written: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return null;
}
