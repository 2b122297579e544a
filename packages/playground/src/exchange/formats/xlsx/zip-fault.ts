/** What is damaged in an archive. `method`: it is packed in a way that is not known. */
export const ZIP_FAULTS = ['directory', 'encrypted', 'entry', 'method'] as const
export type ZipFaultKind = (typeof ZIP_FAULTS)[number]

/** An archive that cannot be read, or that grows too large when it is unpacked. */
export class ZipFault extends Error {
  readonly kind: ZipFaultKind | 'too-large'
  constructor(kind: ZipFaultKind | 'too-large') {
    super(kind)
    this.kind = kind
  }
}
