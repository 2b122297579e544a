import type { Arabic } from '../translation.ts'

export const notes: Arabic<'notes'> = {
  question: 'كيف هذه الإجابة؟',
  up: 'جيدة',
  down: 'سيئة',
  rateUp: 'إجابة جيدة',
  rateDown: 'إجابة سيئة',
  write: 'كتابة ملاحظة',
  rateAndWrite: 'تقييم أو كتابة ملاحظة',
  field: 'ملاحظة على هذه الإجابة',
  hint: 'ما الجيد أو السيئ فيها',
  stays: 'تبقى مع هذه الإجابة وتخرج مع النتائج. ويبدأ كل تشغيل جديد من دونها.',
  others: 'ملاحظات على إجابات أخرى هنا',
  runBefore: 'التشغيل السابق',
  earlierRun: 'تشغيل أقدم',
  sameRun: 'الإجابة {{number}} من هذا التشغيل',
  noText: 'لم يكن لها نص.',
}
