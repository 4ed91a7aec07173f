import { Button } from '../components/button.tsx';

/** A key is in the document, or it is not: each field of the form begins and ends with these. */

interface KeyButtonProps {
  readonly name: string;
  readonly onClick: () => void;
}

export function AddKey({ name, onClick }: KeyButtonProps) {
  return (
    <Button size="small" aria-label={`Add ${name}`} onClick={onClick}>
      Add
    </Button>
  );
}

export function RemoveKey({ name, onClick }: KeyButtonProps) {
  return (
    // Without an edge of its own, its word ends where the fields end.
    <span className="-mr-2">
      <Button variant="quiet" size="small" aria-label={`Remove ${name}`} onClick={onClick}>
        Remove
      </Button>
    </span>
  );
}
