/** A JSON Schema, or any other part of a document that is only read. */
export type JsonObject = Readonly<Record<string, unknown>>

export interface OpenApiOperation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly JsonObject[]
  readonly requestBody?: JsonObject
  readonly responses: Readonly<Record<string, JsonObject>>
  readonly security?: readonly JsonObject[]
  /** On the operation that runs a prompt: what a client needs in order to know that it may draw a form from this document. */
  readonly 'x-vitrine'?: { readonly mode: 'completion' | 'chat' }
  /** Beside it, where the service says so. *Units*: bytes of one body as it is sent; a batch may be larger. What is larger is refused. */
  readonly 'x-vitrine-limits'?: { readonly max_body_bytes: number }
}

/** An OpenAPI 3.1 document, as far as we write it. @see https://spec.openapis.org/oas/v3.1.1.html */
export interface OpenApiDocument {
  readonly openapi: '3.1.1'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly security: readonly JsonObject[]
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<'get' | 'post', OpenApiOperation>>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonObject>>
    readonly securitySchemes: Readonly<Record<string, JsonObject>>
  }
}
