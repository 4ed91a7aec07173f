/** A capture that a person pasted, opened or dropped, and what the worker makes of it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { CaptureTask } from './capture-messages.ts';
import { type CaptureOutcome, CaptureReader, type CaptureSource } from './capture-reader.ts';

export interface CaptureInputs {
  readonly text: string;
  /** In the place of the text. */
  readonly file: File | null;
  /** Index of the request that was picked; null: none was. */
  readonly entry: number | null;
}

export interface CaptureInput extends CaptureInputs {
  /** Another one for every capture. */
  readonly source: CaptureSource | null;
  readonly setText: (text: string) => void;
  readonly setFile: (file: File | null) => void;
  readonly setEntry: (entry: number) => void;
}

const nothing: CaptureInputs = { text: '', file: null, entry: null };
let sources = 0;

export function useCaptureInput(): CaptureInput {
  const [inputs, setInputs] = useState(nothing);
  const { file } = inputs;
  const text = useDeferredValue(inputs.text);
  const source = useMemo((): CaptureSource | null => {
    if (file === null && text.trim() === '') return null;
    sources += 1;
    return { number: sources, blob: file ?? new Blob([text]) };
  }, [file, text]);
  return {
    ...inputs,
    source,
    setText: (next) => setInputs({ text: next, file: null, entry: null }),
    setFile: (next) => setInputs({ text: '', file: next, entry: null }),
    setEntry: (next) => setInputs((before) => ({ ...before, entry: next })),
  };
}

export interface CaptureResult {
  /** Null while there is nothing to read, or nothing was read yet. */
  readonly outcome: CaptureOutcome | null;
  readonly isReading: boolean;
}

/** `task`: the same object while it is the same task. */
export function useCaptureResult({ source, entry }: CaptureInput, task: CaptureTask): CaptureResult {
  const [reader] = useState(() => new CaptureReader());
  useEffect(() => () => reader.close(), [reader]);
  const { data, isFetching } = useQuery({
    queryKey: ['capture', source, entry, task],
    queryFn: () => (source === null ? null : reader.read(source, entry, task)),
    placeholderData: keepPreviousData,
  });
  return source === null
    ? { outcome: null, isReading: false }
    : { outcome: data ?? null, isReading: isFetching };
}
