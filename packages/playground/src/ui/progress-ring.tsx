import css from './progress-ring.module.css'

const AROUND = 37.7

/** How far something is, beside the words that say it. `share` is of one. */
export function ProgressRing({ share }: { readonly share: number }) {
  return (
    <svg className={css.ring} viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="6" />
      <circle cx="7" cy="7" r="6" strokeDasharray={`${Math.min(1, Math.max(0, share)) * AROUND} ${AROUND}`} />
    </svg>
  )
}
