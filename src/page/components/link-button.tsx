import type { ComponentProps } from 'react';

/** A button in the midst of text, as a link looks. */
export function LinkButton(props: Omit<ComponentProps<'button'>, 'className' | 'style'>) {
  return (
    <button
      type="button"
      className="border-0 bg-transparent p-0 text-left font-medium text-accent hover:underline aria-pressed:text-text aria-pressed:underline aria-pressed:decoration-accent aria-pressed:underline-offset-3"
      {...props}
    />
  );
}
