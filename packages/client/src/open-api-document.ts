/** The API document of a mode, as the service answers it. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly [key: string]: unknown
}
