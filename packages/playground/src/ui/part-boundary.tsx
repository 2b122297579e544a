import { Component, type ReactNode } from 'react'

export interface PartBoundaryProps {
  readonly children: ReactNode
  /** Drawn instead of a part that threw; `retry` renders it again. */
  readonly renderFailure: (error: unknown, retry: () => void) => ReactNode
  readonly onError?: (error: unknown) => void
}

/** Keeps a part that throws from taking the others along. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly failure: { readonly error: unknown } | null }> {
  override state: { readonly failure: { readonly error: unknown } | null } = { failure: null }

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } }
  }

  override componentDidCatch(error: unknown) {
    this.props.onError?.(error)
  }

  override render() {
    const { failure } = this.state
    return failure === null ? this.props.children : this.props.renderFailure(failure.error, () => this.setState({ failure: null }))
  }
}
