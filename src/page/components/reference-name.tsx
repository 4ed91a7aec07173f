import type { ReactNode } from 'react';

interface ReferenceNameProps {
  /** `key genericMediaUploadUrl`, `parameter to`. */
  readonly entry: string;
  readonly tip?: string | undefined;
  readonly children: ReactNode;
}

/**
 * The name of a key or a parameter, which leads to its entry in the Reference. No stop for Tab, which goes from
 * field to field: by keyboard F1 in the field offers the entry first (`data-about`).
 */
export function ReferenceName({ entry, tip, children }: ReferenceNameProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className="border-0 bg-transparent p-0 text-left wrap-anywhere decoration-dotted underline-offset-3 hover:underline"
      data-reference={entry}
      data-tip={tip}
    >
      {children}
    </button>
  );
}
