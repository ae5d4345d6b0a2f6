// Keeps a failure of one pane inside it: the others, and the playground, go on.
import { Component, type ReactNode } from 'react';
import { Button } from '../shared/controls/Button.tsx';
import { Banner } from '../shared/messages/Banner.tsx';

interface PaneBoundaryProps {
  /** As in a sentence: "the bench". */
  name: string;
  children: ReactNode;
}

interface PaneBoundaryState {
  message: string | null;
}

export class PaneBoundary extends Component<PaneBoundaryProps, PaneBoundaryState> {
  override state: PaneBoundaryState = { message: null };

  static getDerivedStateFromError(thrown: unknown): PaneBoundaryState {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <Banner
        tone="error"
        shape="strip"
        title={`Something failed in ${this.props.name}`}
        actions={<Button onClick={() => this.setState({ message: null })}>Try again</Button>}
      >
        {message}. Your playground is kept; if trying again does not help, reload the page.
      </Banner>
    );
  }
}
