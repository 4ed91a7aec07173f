import type { ComponentProps } from 'react';

type Size = 'normal' | 'small';

interface Looks {
  readonly size?: Size | undefined;
  /** In the face of code: what goes out to the letter. */
  readonly isCode?: boolean | undefined;
}

const shape =
  'w-full rounded-md border border-solid border-field-line bg-field text-text placeholder:text-muted placeholder:opacity-100 hover:border-line-strong focus-visible:-outline-offset-1 aria-invalid:border-bad aria-invalid:bg-bad-tint';
const readOnly = 'read-only:border-line read-only:bg-raised';
const sizes = { normal: 'min-h-7 px-2 py-0.75', small: 'min-h-6 px-1.75 py-px' } satisfies Record<
  Size,
  string
>;

function looks({ size = 'small', isCode = false }: Looks): string {
  const text = isCode ? 'code' : size === 'small' ? 'text-small' : '';
  return `${shape} ${sizes[size]} ${text}`;
}

type Bare<Element extends 'input' | 'select' | 'textarea'> = Omit<
  ComponentProps<Element>,
  'className' | 'style' | 'size'
>;

export function Field({ size, isCode, ...rest }: Bare<'input'> & Looks) {
  return <input className={`${looks({ size, isCode })} ${readOnly}`} {...rest} />;
}

export function Select({ size, isCode, ...rest }: Bare<'select'> & Looks) {
  return <select className={looks({ size, isCode })} {...rest} />;
}

/** Of several lines. */
export function TextArea({ size, isCode, ...rest }: Bare<'textarea'> & Looks) {
  return <textarea className={`${looks({ size, isCode })} ${readOnly} block resize-y`} {...rest} />;
}
