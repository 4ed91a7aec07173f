/** Seen when it has the focus, which is first of all: past the buttons of the top bar. */
export function SkipLink({ to }: { readonly to: string }) {
  return (
    <a
      href={`#${to}`}
      className="fixed top-1.5 left-1.5 z-60 rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent not-focus:sr-only"
      // What follows # in the address is a session's, and stays.
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(to)?.focus();
      }}
    >
      Skip to the panes
    </a>
  );
}
