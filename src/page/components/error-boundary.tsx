import { Component, type ReactNode } from 'react';
import { Waiting } from './pane.tsx';

/** A part of the page that could not be loaded, for example because the playground's server was stopped. */
export class LoadErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Waiting role="alert">
        This part of the page could not be loaded. Is the command that started the playground still running?
        Then reload the page: what you typed stays in this tab.
      </Waiting>
    );
  }
}
