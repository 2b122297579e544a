import type { Arabic } from '../translation.ts'
import { counted } from './counted.ts'
import { FIELD } from './nouns.ts'

export const extraJson: Arabic<'extraJson'> = {
  title: 'JSON إضافي',
  notSent: 'لا يُرسل',
  ...counted('fields', FIELD, (noun) => noun),
  field: 'حقول إضافية للطلب، بصيغة JSON',
  help: 'كائن تُدمج حقوله أخيرًا في الطلب إلى المزوّد. يعرض النقل في كل تشغيل الطلب كاملًا وهي فيه.',
  noObject: 'يجب أن يكون هذا كائنًا: حقول بين { و }.',
  replaces: '«{{name}}» موجود في الطلب أصلًا؛ ويُرسل ما كُتب هنا بدلًا منه.',
  refused: 'رُفض: {{message}}',
  kept: 'غير مستعمل بعد: يبقى آخر نص بلا خطأ ساريًا.',
}
