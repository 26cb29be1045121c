import { ErrorCircleRegular } from '@fluentui/react-icons';
import { Component, type ReactNode } from 'react';
import { Notice } from '../components/Notice.tsx';
import { troubles, words } from '../words/words.ts';

type Props = { readonly onBreakdown: () => void; readonly children: ReactNode };

/** Catches a fault in drawing the page. A class, because React tells nothing else of such faults. */
export class Breakdown extends Component<Props, { readonly brokenDown: boolean }> {
  override state = { brokenDown: false };

  static getDerivedStateFromError() {
    return { brokenDown: true };
  }

  override componentDidCatch(): void {
    this.props.onBreakdown();
  }

  override render(): ReactNode {
    if (!this.state.brokenDown) return this.props.children;
    return (
      <Notice
        isTrouble
        picture={<ErrorCircleRegular />}
        {...troubles.brokenDown}
        action={{ name: words.reload, do: reload }}
      />
    );
  }
}

const reload = () => {
  window.location.reload();
};
