import type { TemplateValue } from '../template-format.ts'
import { stepMeter, type StepMeter } from '../step-meter.ts'
import type { JsonPath, Segment, Selector } from './ast.ts'
import { FilterEvaluator } from './filter.ts'
import type { Evaluation } from './functions.ts'
import { childrenOf, ownMember } from './own-values.ts'

const clamp = (index: number, low: number, high: number): number => Math.min(Math.max(index, low), high)

function sliceOf(items: readonly unknown[], { start, end, step }: Extract<Selector, { kind: 'slice' }>): unknown[] {
  const absolute = (index: number): number => (index < 0 ? items.length + index : index)
  const found: unknown[] = []
  if (step > 0) {
    const last = clamp(absolute(end ?? items.length), 0, items.length)
    for (let at = clamp(absolute(start ?? 0), 0, items.length); at < last; at += step) found.push(items[at])
  } else if (step < 0) {
    const top = items.length - 1
    const last = end === undefined ? -1 : clamp(absolute(end), -1, top)
    for (let at = start === undefined ? top : clamp(absolute(start), -1, top); at > last; at += step) found.push(items[at])
  }
  return found
}

class Evaluator {
  readonly evaluation: Evaluation
  readonly filters: FilterEvaluator

  constructor(evaluation: Evaluation) {
    this.evaluation = evaluation
    this.filters = new FilterEvaluator(evaluation, (path, current) => this.run(path, current))
  }

  run(path: JsonPath, current: unknown): readonly unknown[] {
    let nodes: readonly unknown[] = [path.from === 'root' ? this.evaluation.root : current]
    for (const segment of path.segments) nodes = this.advance(nodes, segment)
    return nodes
  }

  private advance(nodes: readonly unknown[], { descendant, selectors }: Segment): readonly unknown[] {
    const found: unknown[] = []
    for (const node of descendant ? this.withDescendants(nodes) : nodes) {
      for (const selector of selectors) this.select(node, selector, found)
    }
    return found
  }

  /** Each node and everything below it, parents first. */
  private *withDescendants(nodes: readonly unknown[]): Iterable<unknown> {
    const pending = nodes.toReversed()
    while (pending.length > 0) {
      const node = pending.pop()
      this.evaluation.spend(1)
      yield node
      const children = childrenOf(node)
      for (let index = children.length - 1; index >= 0; index--) pending.push(children[index])
    }
  }

  private select(node: unknown, selector: Selector, found: unknown[]): void {
    this.evaluation.spend(1)
    if (selector.kind === 'name') {
      const member = ownMember(node, selector.name)
      if (member !== undefined) found.push(member.value)
    } else if (selector.kind === 'index') {
      const at = Array.isArray(node) && selector.index < 0 ? node.length + selector.index : selector.index
      if (Array.isArray(node) && at >= 0 && at < node.length) found.push(node[at])
    } else if (selector.kind === 'slice') {
      if (Array.isArray(node)) for (const item of sliceOf(node, selector)) this.keep(item, found)
    } else {
      for (const child of childrenOf(node)) {
        if (selector.kind === 'wildcard' || this.filters.holds(selector.test, child)) this.keep(child, found)
      }
    }
  }

  private keep(node: unknown, found: unknown[]): void {
    this.evaluation.spend(1)
    found.push(node)
  }
}

/**
 * Every value that a path finds, in the order of the standard. Own properties only. Its work is taken from `meter`.
 *
 * @throws TemplateError `template_limit` when the meter runs out, or values are compared that are too deep
 */
export function queryJsonPath(path: JsonPath, root: TemplateValue, meter: StepMeter = stepMeter()): readonly TemplateValue[] {
  const spend = (steps: number): void => meter.spend(steps)
  // Only parts of `root` are ever found.
  return new Evaluator({ root, spend, patterns: new Map() }).run(path, root) as readonly TemplateValue[]
}
