import { isSingular, type ComparisonOperator, type FunctionName, type JsonPath, type LogicalExpression, type Operand } from './ast.ts'
import type { PathReader } from './path-reader.ts'
import { readLiteral } from './read-literal.ts'

type Kind = 'value' | 'nodes' | 'logical'
interface Signature {
  readonly params: readonly Kind[]
  readonly result: Kind
}

const FUNCTIONS: ReadonlyMap<string, Signature & { readonly name: FunctionName }> = new Map([
  ['length', { name: 'length', params: ['value'], result: 'value' }],
  ['count', { name: 'count', params: ['nodes'], result: 'value' }],
  ['value', { name: 'value', params: ['nodes'], result: 'value' }],
  ['match', { name: 'match', params: ['value', 'value'], result: 'logical' }],
  ['search', { name: 'search', params: ['value', 'value'], result: 'logical' }],
])
const OPERATORS: readonly ComparisonOperator[] = ['==', '!=', '<=', '>=', '<', '>']

const isNameUnit = (unit: string): boolean => (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || unit === '_'

/** Whether an operand may stand where a value is wanted: in a comparison, or as a value argument. */
const givesValue = (operand: Operand): boolean =>
  operand.kind === 'literal' || (operand.kind === 'query' ? isSingular(operand.path) : FUNCTIONS.get(operand.name)?.result === 'value')

/** Whether an operand may stand as a test of its own. */
const isTest = (operand: Operand): boolean =>
  operand.kind === 'query' || (operand.kind === 'call' && FUNCTIONS.get(operand.name)?.result === 'logical')

/** Reads filter expressions; how an inner path is read is lent by the path's own reader, which reads filters in turn. */
export class FilterReader {
  readonly reader: PathReader
  readonly readPath: () => JsonPath

  constructor(reader: PathReader, readPath: () => JsonPath) {
    this.reader = reader
    this.readPath = readPath
  }

  logical(): LogicalExpression {
    return this.chain('or', '||', () => this.chain('and', '&&', () => this.basic()))
  }

  private chain(kind: 'or' | 'and', operator: string, read: () => LogicalExpression): LogicalExpression {
    const first = read()
    const parts = [first]
    for (;;) {
      const before = this.reader.at
      this.reader.blanks()
      if (!this.reader.take(operator)) {
        this.reader.at = before
        return parts.length === 1 ? first : { kind, parts }
      }
      this.reader.blanks()
      parts.push(read())
    }
  }

  private basic(): LogicalExpression {
    const { reader } = this
    if (reader.peek() === '!' && reader.peek(1) !== '=') {
      reader.at++
      reader.blanks()
      return { kind: 'not', inner: reader.peek() === '(' ? this.parenthesized() : this.test(this.operand()) }
    }
    if (reader.peek() === '(') return this.parenthesized()
    const left = this.operand()
    const before = reader.at
    reader.blanks()
    const operator = OPERATORS.find((candidate) => reader.take(candidate))
    if (operator === undefined) {
      reader.at = before
      return this.test(left)
    }
    reader.blanks()
    const right = this.operand()
    if (!givesValue(left) || !givesValue(right)) throw reader.problem('only single values can be compared')
    return { kind: 'comparison', operator, left, right }
  }

  private parenthesized(): LogicalExpression {
    const { reader } = this
    return reader.nested(() => {
      reader.expect('(')
      reader.blanks()
      const inner = this.logical()
      reader.blanks()
      reader.expect(')')
      return inner
    })
  }

  private test(operand: Operand): LogicalExpression {
    if (!isTest(operand)) throw this.reader.problem('a value is no test')
    return { kind: 'test', operand }
  }

  private operand(): Operand {
    const unit = this.reader.peek()
    if (unit === '@' || unit === '$') return { kind: 'query', path: this.readPath() }
    const literal = readLiteral(this.reader)
    return literal === undefined ? this.call() : { kind: 'literal', value: literal.value }
  }

  private call(): Operand {
    const { reader } = this
    const signature = FUNCTIONS.get(reader.takeWhile(isNameUnit))
    if (signature === undefined) throw reader.problem('expected a value, a path or a function')
    return reader.nested(() => {
      reader.expect('(')
      const args = signature.params.map((kind, index) => this.argument(kind, index))
      reader.blanks()
      reader.expect(')')
      return { kind: 'call', name: signature.name, args }
    })
  }

  private argument(kind: Kind, index: number): Operand {
    const { reader } = this
    reader.blanks()
    if (index > 0) {
      reader.expect(',')
      reader.blanks()
    }
    const operand = this.operand()
    if (kind === 'nodes' ? operand.kind !== 'query' : !givesValue(operand)) throw reader.problem('wrong kind of argument')
    return operand
  }
}
