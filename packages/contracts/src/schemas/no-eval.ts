import { config } from 'zod'

// zod probes `new Function` as schemas are built. Under a strict content policy that probe is reported as a violation, so a document
// and its workers go without; the service keeps the compiled validators.
if ('document' in globalThis || 'WorkerGlobalScope' in globalThis) config({ jitless: true })
