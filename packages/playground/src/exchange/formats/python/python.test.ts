import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../import/recognise.ts'
import type { Recognised } from '../../import/recognition.ts'

const read = (content: string, name = '') => recognise({ name, content })
async function taken(content: string, name = 'ask.py'): Promise<Recognised> {
  const recognition = await read(content, name)
  if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
  return recognition
}
const told = ({ problems }: { readonly problems: Recognised['problems'] }) =>
  problems.map(({ code, line, values }) => `${code}${line === null ? '' : ` ${line}`} ${Object.values(values).join()}`.trim())

const OPENAI = `import os
from openai import OpenAI

# The key is elsewhere.
client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
completion = client.chat.completions.create(
    model="gpt-4o-mini",
    temperature=0.2, max_tokens=1_000,
    messages=[
        {"role": "system", "content": "You are 'brief'."},
        {"role": "user", "content": "Hi,\\n" 'how are you?'},
    ],
    tools=[{"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}],
    stop=None, stream=True, store=False,
)
print(completion.choices[0].message)
`
const ANTHROPIC = `import anthropic

MODEL = "claude-x"
SYSTEM: str = """Be kind.
Be brief."""
name = "Ada"

def ask(question, user):
    with anthropic.Anthropic() as client:
        return client.messages.create(
            model=MODEL,
            max_tokens=1024,
            system=SYSTEM.strip(),
            thinking=dict(type="enabled", budget_tokens=2000),
            messages=[
                {"role": "user", "content": f"Dear {name}, {question!r:>10} {{literal}} {user.address['a:b']}" + " Bye."},
                {"role": "assistant", "content": [{"type": "text", "text": question}]},
                {"role": "user", "content": load("x.txt")},
            ],
        )
`

describe('a Python program', () => {
  it('with a call of the library of OpenAI is prompt and settings', async () => {
    const recognition = await taken(OPENAI)
    expect(recognition.format).toBe('python')
    expect(recognition.variants).toEqual([
      {
        prompt: {
          mode: 'completion',
          templateFormat: 'curly',
          messages: [
            { role: 'system', content: "You are 'brief'." },
            { role: 'user', content: 'Hi,\nhow are you?' },
          ],
        },
        settings: {
          model: 'gpt-4o-mini',
          temperature: 0.2,
          maxTokens: 1000,
          tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object', properties: {} } } }],
          stream: true,
          extraBody: { store: false },
        },
      },
    ])
    expect(recognition.rows).toEqual([])
    expect(told(recognition)).toEqual(['kept-as-extra store'])
  })

  it('is known without its ending', async () => {
    expect((await taken(OPENAI, '')).format).toBe('python')
    expect((await taken('client.responses.create(model="m", input="x")', '')).format).toBe('python')
    expect((await taken('text,b\n"client.messages.create(",2', '')).format).toBe('csv')
  })

  it('with format strings has variables, and a case of what the program itself says of them', async () => {
    const recognition = await taken(ANTHROPIC)
    const [variant] = recognition.variants
    expect(variant?.settings).toEqual({ model: 'claude-x', maxTokens: 1024, thinking: { type: 'enabled', budgetTokens: 2000 } })
    expect(variant?.prompt?.messages).toEqual([
      { role: 'system', content: 'Be kind.\nBe brief.' },
      { role: 'user', content: 'Dear {{name}}, {{question}} {literal} {{user_address_a_b}} Bye.' },
      { role: 'assistant', content: '{{question}}' },
      { role: 'user' },
    ])
    expect(recognition.columns.map(({ name }) => name)).toEqual(['name', 'question', 'user_address_a_b'])
    expect(recognition.rows).toEqual([{ line: null, cells: ['Ada', '', ''] }])
    expect(told(recognition)).toEqual([
      "not-executed 16 user.address['a:b']",
      'not-executed 18 load("x.txt")',
      'braces-are-variables name, question, user_address_a_b',
    ])
  })

  it('says which calls were not taken, and keeps no key', async () => {
    const key = 'sk-0123456789abcdef0123'
    const recognition = await taken(
      `client = OpenAI(api_key="${key}", base_url="https://openrouter.ai/api/v1")
client.responses.create(model="a/b", input=[{"role": "user", "content": "x"}], timeout=5, extra_body={"top_k": 4})
client.chat.completions.create(model="c", messages=[])
client.completions.create(prompt="old")`,
    )
    expect(recognition.variants[0]?.settings).toEqual({ model: 'openrouter/a/b', api: 'responses', extraBody: { top_k: 4 } })
    expect(told(recognition)).toEqual(['key-dropped api_key', 'python-other-call 3', 'not-carried timeout', 'kept-as-extra top_k'])
    expect(JSON.stringify(recognition)).not.toContain(key)
  })

  it.each<readonly [string, string, unknown]>([
    ['r"a\\n"', 'raw', 'a\\n'],
    ['"\\x41\\u00e9\\U0001F600\\101\\q"', 'escaped', 'Aé😀A\\q'],
    ['"""a "quoted"\n"""', 'of several lines', 'a "quoted"\n'],
    ["'it\\'s'", 'with its own quote', "it's"],
    ['("a"\n "b")', 'in pieces', 'ab'],
    ['"a" + "b"', 'added up', 'ab'],
    ['"a" # "b"', 'before a comment', 'a'],
  ])('takes a text %s, %s, as Python does', async (written, _, content) => {
    const { variants } = await taken(`x.chat.completions.create(model="m", messages=[{"role": "user", "content": ${written}\n}])`)
    expect(variants[0]?.prompt?.messages).toEqual([{ role: 'user', content }])
  })

  it.each<readonly [string, readonly string[]]>([
    ['client.messages.create(model="m\n)', ['python-syntax 1 "']],
    ['\n\nx = """', ['python-syntax 3 """']],
    ['print("hello")', ['python-no-call']],
    ['client.messages.create(**given)', ['wrong-shape messages,messages,']],
  ])('%j is refused with what and where', async (content, problems) => {
    const recognition = await read(content, 'ask.py')
    expect(recognition.ok).toBe(false)
    expect(told(recognition).filter((text) => !text.startsWith('not-'))).toEqual(problems)
  })

  it('runs nothing: what is not written out is named', async () => {
    const recognition = await taken(
      `client.chat.completions.create(model=pick(), temperature=1 / 2, n=-1, messages=[{"role": "user", "content": "x"}, *more])`,
    )
    expect(recognition.variants[0]?.settings).toEqual({ extraBody: { n: -1 } })
    expect(told(recognition)).toEqual(['not-executed 1 pick()', 'not-executed 1 1 / 2', 'not-executed 1 *more', 'kept-as-extra n'])
  })

  it('names of prototypes are names', async () => {
    const recognition = await taken(
      `client.chat.completions.create(model="m", messages=[{"role": "user", "content": "x"}], metadata={"__proto__": {"a": 1}, "constructor": 2})`,
    )
    expect(JSON.stringify(recognition.variants[0]?.settings?.extraBody)).toBe('{"metadata":{"__proto__":{"a":1},"constructor":2}}')
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })

  it('of any kind is read or refused with a word, in one pass', async () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      '"""',
      'f"',
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      ',',
      '=',
      '+',
      '-',
      '.',
      '#',
      '\\',
      '\n',
      'x',
      '1',
      ' ',
      'OpenAI(',
      'a.messages.create(',
      'dict(',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const { ok, problems } = await read(pieces.join(''), 'a.py')
        expect(problems.some(({ severity }) => severity === 'error')).toBe(!ok)
      }),
      { numRuns: 500 },
    )
    for (const one of [
      '"',
      'f"{',
      '{',
      '(',
      '[{',
      'x = ',
      '1',
      '1.',
      'a.messages.create(',
      'OpenAI(',
      '"a" + ',
      '\\',
      '# ',
      'f"{x:',
      'dict(a=',
      '-',
    ]) {
      expect((await read(one.repeat(20_000), 'a.py')).format).toBe('python')
    }
  }, 30_000)
})
