import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Private custom properties may be set from a component's style. */
    [name: `--_${string}`]: string | number | undefined
    /** The public tokens, as a host passes them. */
    [name: `--vitrine-${string}`]: string | undefined
  }
}
