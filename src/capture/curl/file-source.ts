import type { CapturedPiece } from '../captured.ts';

/** The content of a file by its path, or a piece that names it. `at`: where the command names it. */
export type FileSource = (path: string, at: number) => readonly CapturedPiece[];
