import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Empty } from '../room/Empty.tsx';
import { TextContext } from './use-text.ts';

/** Says what still works when a page has failed; React asks for a class here. */
export class Boundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  static override contextType = TextContext;
  declare context: React.ContextType<typeof TextContext>;
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const text = this.context.common;
    return (
      <div role="alert">
        <Empty title={text.broken} hint={text.brokenText}>
          <Button size="xs" onClick={() => location.reload()}>
            {text.reload}
          </Button>
        </Empty>
      </div>
    );
  }
}
