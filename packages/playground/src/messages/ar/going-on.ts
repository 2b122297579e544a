import type { Arabic } from '../translation.ts'

export const goingOn: Arabic<'goingOn'> = {
  retryNow: 'أعد المحاولة الآن',
  goOn: 'متابعة',
  goOnWhy: 'يرسل المحادثة مع ما وصل، ويضم إليه ما يأتي.',
  continued: 'مُتابَعة',
  continuedWhy: 'أُوقفت هذه الإجابة أو قُطعت ثم تواصلت من هناك.',
  unknownCost: 'لم يبلغ أحد عن تكلفة الجزء السابق، فالتكلفة الكاملة غير معروفة. كلّف الجزء الأخير {{amount}}.',
  summedCost: 'جُمعت أجزاء هذه الإجابة المُتابَعة. كلّف الجزء الأخير {{amount}}.',
}
