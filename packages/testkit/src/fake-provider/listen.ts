import type { Server } from 'node:net'

/** Opens a server on a free port of the loopback; answers the base URL of a provider that stands there: `http://127.0.0.1:PORT/v1`. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.')
  return `http://127.0.0.1:${address.port}/v1`
}
