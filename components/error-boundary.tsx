import { Component, type ErrorInfo, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What to show instead. `details` holds no title and no name, only where in the code it happened. */
  readonly fallback: (details: string) => ReactNode;
}

interface ErrorBoundaryState {
  readonly details?: string;
}

/** React has no other way than a class to catch what a component throws. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = {};

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { details: errorDetails(error) };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ details: errorDetails(error, componentStack ?? '') });
  }

  override render(): ReactNode {
    const { details } = this.state;
    return details === undefined ? this.props.children : this.props.fallback(details);
  }
}

/** The kind of the error and where it was thrown. Its message is left out: it may quote what a page said. */
export const errorDetails = (error: unknown, componentStack = ''): string => {
  const { name, stack = '' } = error instanceof Error ? error : new Error('not an error');
  const frames = stack.split('\n').filter((line) => /^\s*at .*:\d+:\d+\)?$|^[^@\s]*@\S+:\d+:\d+$/u.test(line));
  const components = componentStack.split('\n').map((line) => line.trim().split(' (')[0] ?? '');
  return [name, ...frames.slice(0, 10), ...components.filter((line) => line !== '').slice(0, 10)].join('\n');
};
