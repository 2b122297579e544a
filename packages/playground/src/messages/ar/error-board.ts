import type { Arabic } from '../translation.ts'
import { counted } from './counted.ts'
import { NUMBER } from './nouns.ts'

export const errorBoard: Arabic<'errorBoard'> = {
  open: 'ما الذي فشل ولماذا',
  times: '×{{n}}',
  ...counted('moreWords', NUMBER, (number) => `صياغات أخرى: ${number}`),
  ...counted('rerun', NUMBER, (noun) => `إعادة تشغيل ${noun}`),
  show: 'إظهارها',
}
