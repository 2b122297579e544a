/** Where messages are sent, whether the base URL names the host alone, its `/v1`, or the whole address. */
export function messagesUrl(baseUrl: string): string {
  const base = baseUrl.replace(/\/+$/, '').replace(/\/messages$/, '')
  return base.endsWith('/v1') ? `${base}/messages` : `${base}/v1/messages`
}
