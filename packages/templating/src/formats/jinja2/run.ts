import type { TemplateCause } from '../../template-cause.ts'
import { StepMeter } from '../../step-meter.ts'
import { limitError } from '../../template-limits.ts'
import type { RenderBudget, TemplateInputs } from '../../template-format.ts'
import type { Span } from './span.ts'
import { pointsOf } from './values/code-points.ts'
import type { Value } from './values/value.ts'

/** Steps between two looks at the clock. */
const CLOCK_INTERVAL = 512
/** Characters that count as one step where text is read or made. */
const CHARACTERS_PER_STEP = 256

/** Lets what counts steps elsewhere, a JSONPath query, spend those of a render. */
class RunMeter extends StepMeter {
  readonly #run: Run

  constructor(run: Run, maxSteps: number) {
    super(maxSteps)
    this.#run = run
  }

  override spend(steps: number): void {
    this.#run.spend(steps)
  }
}

/** How a value's parts are found; handed in, because the methods found that way format values by their parts. */
export interface Access {
  readonly attribute: (value: Value, name: string) => Value
  readonly item: (run: Run, value: Value, key: Value) => Value
}

/** What one render has spent and where it stands. */
export class Run {
  /** The place an error is reported at. */
  at: Span = { offset: 0, length: 0 }
  /** Set inside `{% autoescape %}`. */
  autoescape = false
  /** True once the render as a whole is over its budget, so that no single place is to blame. */
  exhausted = false
  readonly inputs: TemplateInputs
  readonly access: Access
  /** JSONPaths that found nothing so far, and where the first of them stands. */
  readonly missing = new Set<string>()
  firstMiss: Span | undefined
  /** Every list and object of the inputs, gathered when a template first tries to change one. */
  inputObjects: ReadonlySet<object> | undefined
  /** The keys of the inputs' objects that were asked for. */
  readonly keys = new Map<object, readonly string[]>()
  readonly meter: StepMeter
  readonly #budget: RenderBudget
  readonly #deadlineMs: number
  #steps = 0
  #checkAt: number
  #depth = 0
  #pointsOf = ''
  #points: string | readonly string[] = ''

  constructor(inputs: TemplateInputs, access: Access, budget: RenderBudget) {
    this.inputs = inputs
    this.access = access
    this.#budget = budget
    this.meter = new RunMeter(this, budget.maxSteps)
    this.#deadlineMs = budget.now() + budget.maxMs
    this.#checkAt = Math.min(CLOCK_INTERVAL, budget.maxSteps)
  }

  get #tooLong(): TemplateCause {
    return { kind: 'too-long', values: { limit: this.#budget.maxOutput } }
  }

  get maxLength(): number {
    return this.#budget.maxOutput
  }

  step(): void {
    if (++this.#steps > this.#checkAt) this.#check()
  }

  /** Counts many steps at once. */
  spend(steps: number): void {
    this.#steps += steps
    if (this.#steps > this.#checkAt) this.#check()
  }

  /** Counts text that is read, and refuses to make more of it than may be printed: call it before the text is made. */
  text(length: number): void {
    if (length > this.#budget.maxOutput)
      throw limitError(`A text would have ${length} characters; ${this.#budget.maxOutput} are allowed.`, this.#tooLong)
    if (length >= CHARACTERS_PER_STEP) this.spend(length / CHARACTERS_PER_STEP)
  }

  /** The error of more output than may be printed. */
  outputTooLong(): never {
    this.#exceed(`The output is longer than ${this.#budget.maxOutput} characters; shorten what the template prints.`, this.#tooLong)
  }

  /** The characters of a text, one per code point. The last answer is kept, because a loop asks for the same text again and again. */
  points(text: string): string | readonly string[] {
    if (text !== this.#pointsOf) {
      this.text(text.length)
      this.#pointsOf = text
      this.#points = pointsOf(text)
    }
    return this.#points
  }

  miss(expression: string, at: Span): void {
    this.missing.add(expression)
    this.firstMiss ??= at
  }

  enter(): void {
    if (++this.#depth > this.#budget.maxDepth) {
      throw limitError(`Macros, loops and blocks call one another more than ${this.#budget.maxDepth} deep; end the recursion earlier.`, {
        kind: 'too-deep',
        values: { limit: this.#budget.maxDepth },
      })
    }
  }

  leave(): void {
    this.#depth--
  }

  #check(): void {
    const { maxSteps, maxMs, now } = this.#budget
    if (this.#steps > maxSteps)
      this.#exceed(`The template takes more than ${maxSteps} steps; loop over less.`, {
        kind: 'too-many-steps',
        values: { limit: maxSteps },
      })
    if (now() > this.#deadlineMs)
      this.#exceed(`The template takes longer than ${maxMs} ms; loop over less.`, { kind: 'too-slow', values: { limitMs: maxMs } })
    this.#checkAt = Math.min(this.#steps + CLOCK_INTERVAL, maxSteps)
  }

  #exceed(message: string, cause: TemplateCause): never {
    this.exhausted = true
    throw limitError(message, cause)
  }
}
