import '../schemas/no-eval.ts'

export { createOpenApi } from './create-open-api.ts'
export type { OpenApiDocument, OpenApiOperation } from './open-api-document.ts'
