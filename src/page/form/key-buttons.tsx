/** A key is in the document, or it is not: each field of the form begins and ends with these. */

interface KeyButtonProps {
  readonly name: string;
  readonly onClick: () => void;
}

export function AddKey({ name, onClick }: KeyButtonProps) {
  return (
    <button type="button" className="button button-small" aria-label={`Add ${name}`} onClick={onClick}>
      Add
    </button>
  );
}

export function RemoveKey({ name, onClick }: KeyButtonProps) {
  return (
    <button
      type="button"
      className="button button-quiet button-small"
      aria-label={`Remove ${name}`}
      onClick={onClick}
    >
      Remove
    </button>
  );
}
