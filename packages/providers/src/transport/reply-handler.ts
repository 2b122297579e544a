import type { Dispatcher } from 'undici'
import { ByteQueue, type ByteSource } from './byte-queue.ts'
import { toTransportFailure } from './transport-failure.ts'
import { TransportFailure, type TransportOptions, type TransportReply } from './transport.ts'

type IncomingHeaders = Readonly<Record<string, string | string[] | undefined>>

function joined(headers: IncomingHeaders): Record<string, string> {
  const result: Record<string, string> = Object.create(null)
  for (const name of Object.keys(headers)) {
    const value = headers[name]
    if (value !== undefined) result[name] = typeof value === 'string' ? value : value.join(', ')
  }
  return result
}

const GIVEN_UP = new Error('given up')

/** Turns undici's callbacks for one request into a reply: no stream object and no response object in between. */
export class ReplyHandler implements Dispatcher.DispatchHandler, ByteSource {
  readonly reply: Promise<TransportReply>
  readonly #url: URL
  readonly #options: TransportOptions
  readonly #body: ByteQueue
  #resolve: (reply: TransportReply) => void = () => undefined
  #reject: (failure: unknown) => void = () => undefined
  #controller: Dispatcher.DispatchController | null = null
  #isOver = false

  constructor(url: URL, options: TransportOptions) {
    this.#url = url
    this.#options = options
    this.reply = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    this.#body = new ByteQueue(this)
    options.signal.addEventListener('abort', this.#abort, { once: true })
  }

  pause(): void {
    this.#controller?.pause()
  }

  resume(): void {
    this.#controller?.resume()
  }

  cancel(): void {
    if (this.#isOver) return
    this.#detach()
    this.#body.close()
    this.#controller?.abort(GIVEN_UP)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#options.signal.aborted) this.#abort()
    else this.#options.onConnected()
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHeaders): void {
    if (status < 200) return
    const encoding = headers['content-encoding']
    if (encoding !== undefined && encoding !== 'identity') {
      throw new TransportFailure(
        'protocol',
        `${this.#url.host} sent a compressed answer (${String(encoding)}) though none was asked for. Switch compression off at that server.`,
      )
    }
    this.#resolve({ status, headers: joined(headers), body: this.#body, cancel: () => this.cancel() })
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#body.push(chunk)
  }

  onResponseEnd(): void {
    this.#detach()
    this.#body.close()
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    this.#fail(this.#options.signal.aborted ? this.#options.signal.reason : toTransportFailure(error, this.#url))
  }

  readonly #abort = (): void => {
    // A request that still waits for a connection has no controller yet; it is dropped when its turn comes.
    this.#controller?.abort(GIVEN_UP)
    this.#fail(this.#options.signal.reason)
  }

  #fail(failure: unknown): void {
    this.#detach()
    this.#reject(failure)
    this.#body.fail(failure)
  }

  #detach(): void {
    this.#isOver = true
    this.#options.signal.removeEventListener('abort', this.#abort)
  }
}
