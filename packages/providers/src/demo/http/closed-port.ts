import { createServer } from 'node:net'

/**
 * A loopback port that nobody listens on: one that the system found free, taken and given back. Another process could get it later; then
 * a call meets a stranger's answer instead of a refused connection, which harms nothing but the demonstration.
 */
export async function findClosedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address with a port')
  return address.port
}
