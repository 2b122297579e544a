import type { Arabic } from '../translation.ts'
import { counted } from './counted.ts'
import { NUMBER } from './nouns.ts'

export const repetitions: Arabic<'repetitions'> = {
  answers: 'إجابات هذه الحالة',
  previous: 'الإجابة السابقة',
  next: 'الإجابة التالية',
  place: '{{at}}/{{of}}',
  ...counted('identical', NUMBER, (noun) => `×${noun} متطابقة`),
  ...counted('running', NUMBER, (noun) => `ما زال يعمل ${noun}`),
  stable: '{{percent}} متماثلة',
  stableWhy: 'نسبة الإجابات التي تقول ما يقوله معظمها.',
}
