import { Component, type ErrorInfo, type ReactNode } from 'react';
import { latestText } from '../state/latest-text.ts';
import './error-boundary-page.css';

interface State {
  readonly fault: string | null;
}

/** Where the page itself fails: never blank, and nothing that was typed is lost. */
export class LastResort extends Component<{ readonly children: ReactNode }, State> {
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
  const startAnew = () => {
    try {
      window.sessionStorage.clear();
    } catch {
      // Then there was nothing kept either.
    }
    window.location.reload();
  };
  return (
    <main className="last-resort">
      <h1>The page has a fault</h1>
      <p>
        That is the playground’s doing, not yours. What you typed is kept in this tab: reload the page to go
        on. If the fault comes back, copy your Account XML and start anew.
      </p>
      <p className="code last-resort-fault">{fault}</p>
      <div className="last-resort-buttons">
        <button type="button" className="button button-primary" onClick={() => window.location.reload()}>
          Reload
        </button>
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(xml)}>
          Copy Account XML
        </button>
        <button type="button" className="button" onClick={startAnew}>
          Start anew
        </button>
      </div>
      <textarea className="code" aria-label="Account XML" readOnly value={xml} rows={18} />
    </main>
  );
}
