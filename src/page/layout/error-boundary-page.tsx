import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { latestText } from '../state/latest-text.ts';

interface State {
  readonly fault: string | null;
}

/** Where the page itself fails: never blank, and nothing that was typed is lost. */
export class PageErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault === null ? this.props.children : <Fault fault={fault} />;
  }
}

function Fault({ fault }: { readonly fault: string }) {
  const xml = latestText();
  const startOver = () => {
    try {
      window.sessionStorage.clear();
    } catch {
      // Then there was nothing kept either.
    }
    window.location.reload();
  };
  return (
    <main className="mx-auto my-0 grid max-w-190 gap-3 px-4 py-8">
      <h1 className="text-[1.125rem]">Something went wrong in this page</h1>
      <p>
        That is the playground’s mistake, not yours. What you typed is kept in this tab: reload the page to
        continue. If the error comes back, copy your Account XML and start over.
      </p>
      <p className="font-mono text-code wrap-anywhere text-bad">{fault}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => window.location.reload()}>
          Reload
        </Button>
        <Button onClick={() => void navigator.clipboard.writeText(xml)}>Copy Account XML</Button>
        <Button onClick={startOver}>Start over</Button>
      </div>
      <textarea
        className="rounded-md border border-line-strong bg-field p-2 font-mono text-code"
        aria-label="Account XML"
        readOnly
        value={xml}
        rows={18}
      />
    </main>
  );
}
