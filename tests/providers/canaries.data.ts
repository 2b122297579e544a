/** The key that the service itself is given: with characters that every way of quoting spells in its own way. */
export const OWN_KEY = 'sk-canary/4f7d+9c2e=a8b1&c6d3"e5f0'

export interface Canary {
  readonly name: string
  /** What a provider writes somewhere. */
  readonly quoted: string
  /** What must be found nowhere in what leaves. */
  readonly secret: string
}

const own = (name: string, quoted: string, secret = quoted): Canary => ({ name, quoted, secret })
const hex = Buffer.from(OWN_KEY).toString('hex')

const OWN: readonly Canary[] = [
  own('a half of our key', `${OWN_KEY} and`, OWN_KEY.slice(3, -6)),
  own('our key', OWN_KEY),
  own('our key as a bearer', `Authorization: Bearer ${OWN_KEY}`, OWN_KEY),
  own('our key in a sentence', `Incorrect API key provided: ${OWN_KEY}. Find yours at https://example.org.`, OWN_KEY),
  own('our key in quotes', `"${OWN_KEY}"`, OWN_KEY),
  own('our key in an address', `https://g.example/v1?api_key=${encodeURIComponent(OWN_KEY)}&alt=sse`, encodeURIComponent(OWN_KEY)),
  own('our key as a path', `https://g.example/${encodeURI(OWN_KEY)}/v1`, encodeURI(OWN_KEY)),
  own('our key in JSON', JSON.stringify({ key: OWN_KEY }), JSON.stringify(OWN_KEY).slice(1, -1)),
  own('our key in upper case', OWN_KEY.toUpperCase()),
  own('our key in lower case', OWN_KEY.toLowerCase().replace('sk-', 'SK-')),
  own('our key as hex', hex),
  own('our key as upper hex', hex.toUpperCase()),
  own('our key as base64', Buffer.from(OWN_KEY).toString('base64')),
  own('our key as base64url', Buffer.from(OWN_KEY).toString('base64url')),
  own(
    'our key in basic credentials',
    `Basic ${Buffer.from(`user:${OWN_KEY}`).toString('base64')}`,
    Buffer.from(OWN_KEY).toString('base64').slice(4, 30),
  ),
  own('our key within base64', Buffer.from(`Authorization: Bearer ${OWN_KEY}`).toString('base64').slice(20)),
  own('our key in HTML', OWN_KEY.replaceAll('&', '&amp;').replaceAll('"', '&quot;')),
  own('our key percent-escaped', hex.replace(/../g, '%$&')),
  own('our key as a header dump', `{"authorization":["Bearer ${OWN_KEY}"],"host":["x"]}`, OWN_KEY),
]

const OTHERS: readonly Canary[] = [
  own('an OpenAI key', 'sk-proj-Ab3dEf6hIj9kLmN2pQr5'),
  own('a masked OpenAI key', 'sk-proj-****************3dEf'),
  own('an Anthropic key', 'sk-ant-api03-Zx9yWv8uTs7rQp6o'),
  own('an OpenRouter key', 'sk-or-v1-0a1b2c3d4e5f60718293'),
  own('a Groq key', 'gsk_Qw3rTy6uIo9pAs2dFg5hJk8l'),
  own('an xAI key', 'xai-Mn4bVc7xZl0kJh3gFd6s'),
  own('a Google key', 'AIzaSyD3-fGh6Jk9Lz_Xc2Vb5Nm8Qw1Er4'),
  own('an AWS key id', 'AKIAZ7Q3W9E5R1T8Y6U2'),
  own('a Hugging Face token', 'hf_kLmNoPqRsTuVwXyZ0123456789'),
  own('a GitHub token', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'),
  own('a Perplexity key', 'pplx-8f2e6a0c4b7d1935e8a2'),
  own('an NVIDIA key', 'nvapi-Tt5_Gg8-Hh2Jj6Kk9Ll3'),
  own('a signed token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1cHN0cmVhbSJ9.b3RoZXJzaWduYXR1cmU'),
  own('a bearer without a shape', 'Bearer 9f8e7d6c5b4a39281706', '9f8e7d6c5b4a39281706'),
  own('basic credentials', 'Basic dXBzdHJlYW06aHVudGVyMg==', 'dXBzdHJlYW06aHVudGVyMg'),
  own('an x-api-key', 'x-api-key: 51d0b7e2c94f', '51d0b7e2c94f'),
  own('an api-key of a cloud', '"api-key": "c0ffee1122334455"', 'c0ffee1122334455'),
  own('a subscription key', 'Ocp-Apim-Subscription-Key=77aa88bb99cc', '77aa88bb99cc'),
  own('a client secret', 'client_secret=Zk8~upstream41', 'Zk8~upstream41'),
  own('a password in an address', 'https://upstream:Pa55w0rd41@db.example/v1', 'Pa55w0rd41'),
  own('a key in a query', 'https://g.example/v1:generate?key=q41upstreamkey', 'q41upstreamkey'),
  own('a signature in a query', 'https://blob.example/x?se=2026&sig=s1gnature41', 's1gnature41'),
  own('a cookie', 'Cookie: session=c00kie41upstream', 'c00kie41upstream'),
  own('an access token', '"access_token":"at-41-upstream"', 'at-41-upstream'),
]

export const CANARIES: readonly Canary[] = [...OWN, ...OTHERS]
