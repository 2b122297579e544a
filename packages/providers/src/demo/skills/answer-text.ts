import { intentsIn, type SkillName } from '../task/intents.ts'
import type { Task } from '../task/read-task.ts'
import { arrange } from './arrange/arrange.ts'
import { changeCase } from './change-case.ts'
import { choose } from './choose/choose.ts'
import { count } from './count/count.ts'
import type { Draft } from './draft.ts'
import { extract } from './extract.ts'
import { genericAnswer } from './generic-answer.ts'
import { summarise } from './summarise/summarise.ts'

type Skill = (task: Task) => Draft | null

const SKILLS: Readonly<Record<SkillName, Skill>> = {
  choose,
  summarise,
  count,
  'change-case': changeCase,
  arrange,
  extract,
}

/** Does the first of the tasks that the instruction names and that can really be done; else says so. */
export function answerText(task: Task): Draft {
  // To choose among stated options is the most definite task: the verbs of the others (`You sort mail …`) may be part of it.
  const names = intentsIn(task.instruction).toSorted((one, other) => Number(other === 'choose') - Number(one === 'choose'))
  for (const name of names) {
    const draft = SKILLS[name](task)
    if (draft !== null) return draft
  }
  return genericAnswer(task.said, task.seed)
}
