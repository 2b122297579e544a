import type { Check } from '../../../checks/check.ts'

const OUTPUT = '{{sample.output_text}}'

/**
 * A check as a grader of OpenAI's evals; null where they have none like it. `expected` is the member of an item that holds the
 * expected text.
 * @see https://platform.openai.com/docs/guides/graders
 */
export function graderOf(check: Check, name: string, expected: string): object | null {
  const compare = (operation: string, value: string | undefined) => ({
    type: 'string_check',
    name,
    operation,
    input: OUTPUT,
    reference: value ?? `{{item.${expected}}}`,
  })
  // Its templates know the item only by its name.
  const text = 'value' in check ? check.value?.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, '{{item.$1}}') : undefined
  switch (check.type) {
    case 'equals':
      return compare('eq', text)
    case 'contains':
      return compare('like', text)
    case 'icontains':
      return compare('ilike', text)
    case 'rubric':
      return {
        type: 'score_model',
        name,
        model: check.model?.replace(/^openai\//, '') ?? 'gpt-4o-mini',
        input: [
          { role: 'system', content: `${check.rubric}\n\nAnswer with a score from 0 to 1.` },
          { role: 'user', content: OUTPUT },
        ],
        range: [0, 1],
        pass_threshold: check.threshold ?? 0.5,
      }
    default:
      return null
  }
}
