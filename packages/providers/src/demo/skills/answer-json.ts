import type { AskedFormat, JsonSchema } from '../chat-request.ts'
import type { ChoicePoint } from '../answer/answer.ts'
import type { FillContext } from '../schema/fill-context.ts'
import { fillSchema } from '../schema/fill-schema.ts'
import { propertyOf } from '../schema/property.ts'
import type { Task } from '../task/read-task.ts'
import { answerText } from './answer-text.ts'
import type { Draft, Step } from './draft.ts'
import { schemaFromPrompt } from './json-keys.ts'

const MOST_PLACES = 1500
/** Patterns are looked for in so much of a text; every property looks anew. */
const SEARCHED_CHARACTERS = 20_000

/** A value that keeps to a schema and says what the task's data says. */
export function fillFromTask(
  schema: JsonSchema,
  task: Task,
): { readonly value: unknown; readonly isFound: boolean; readonly steps: readonly Step[]; readonly choices: FillContext['choices'] } {
  const data = task.data === '' ? task.said : task.data
  const context: FillContext = {
    whole: data,
    text: data.slice(0, SEARCHED_CHARACTERS),
    said: task.said.slice(0, SEARCHED_CHARACTERS),
    rules: task.rules.slice(0, SEARCHED_CHARACTERS),
    root: schema,
    steps: [],
    choices: [],
    fill: fillSchema,
    depth: 0,
    budget: { left: MOST_PLACES },
  }
  const filled = fillSchema(schema, propertyOf('', undefined, ''), context)
  return { ...filled, steps: context.steps, choices: context.choices }
}

/** Where in the JSON each choice begins. */
function pointsIn(text: string, choices: FillContext['choices']): readonly ChoicePoint[] {
  return choices.flatMap(({ property, options }) => {
    const start = `${JSON.stringify(property)}:"`
    const at = text.indexOf(start)
    return at === -1 ? [] : [{ at: at + start.length, options }]
  })
}

function answerObject(schema: JsonSchema, task: Task): Draft {
  const { value, steps, choices } = fillFromTask(schema, task)
  const text = JSON.stringify(value)
  return {
    text,
    steps: [
      { depth: 2, text: 'I look in the text for what each property of the schema names.' },
      ...steps,
      { depth: 1, text: 'I write what I found as JSON.' },
    ],
    choicePoints: pointsIn(text, choices),
  }
}

/** Answers in JSON: by the schema, else by what the prompt says of the object, else the plain answer as the one value of an object. */
export function answerJson(task: Task, format: Exclude<AskedFormat, { readonly type: 'text' }>): Draft {
  if (format.type === 'json_schema') return answerObject(format.schema, task)
  const schema = schemaFromPrompt(task.rules) ?? schemaFromPrompt(task.said)
  if (schema !== null) return answerObject(schema, task)
  const { text, steps } = answerText(task)
  return { text: JSON.stringify({ answer: text }), steps }
}
