/** What every document and every chunk of one completion carries. `created` is seconds since 1970. */
export interface CompletionHead {
  readonly id: string
  readonly created: number
  readonly model: string
  readonly service_tier: 'default'
  readonly system_fingerprint: string
}
