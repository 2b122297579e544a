import type { Arabic } from '../translation.ts'

export const keys: Arabic<'keys'> = {
  casesShort: 'الحالات',
  closeShort: 'إغلاق',
  stopShort: 'إيقاف',
  runShort: 'تشغيل',
  editShort: 'تحرير خلية',
  allShort: 'كل المفاتيح',
}
