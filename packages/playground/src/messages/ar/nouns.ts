import type { CountedNoun } from './counted.ts'

/** After three to ten the plural stands, after eleven the accusative singular, after a hundred the genitive one. */
const noun = (one: string, two: string, few: string, many: string, other: string): CountedNoun => ({
  zero: `{{count}} ${other}`,
  one,
  two,
  few: `{{count}} ${few}`,
  many: `{{count}} ${many}`,
  other: `{{count}} ${other}`,
})

/** The same where the noun is an object or follows a preposition: only the pair differs. */
const asObject = (counted: CountedNoun, one: string, two: string): CountedNoun => ({ ...counted, one, two })

export const CASE = noun('حالة واحدة', 'حالتان', 'حالات', 'حالة', 'حالة')
export const OF_CASE = asObject(CASE, 'حالة واحدة', 'حالتين')
export const VARIANT = noun('بديل واحد', 'بديلان', 'بدائل', 'بديلًا', 'بديل')
export const OF_VARIANT = asObject(VARIANT, 'بديل واحد', 'بديلين')
export const CALL = noun('استدعاء واحد', 'استدعاءان', 'استدعاءات', 'استدعاءً', 'استدعاء')
export const OF_CALL = asObject(CALL, 'استدعاء واحد', 'استدعاءين')
export const COLUMN = noun('عمود واحد', 'عمودان', 'أعمدة', 'عمودًا', 'عمود')
export const LINE = noun('سطر واحد', 'سطران', 'أسطر', 'سطرًا', 'سطر')
export const RUN = noun('تشغيل واحد', 'تشغيلان', 'تشغيلات', 'تشغيلًا', 'تشغيل')
export const OF_RUN = asObject(RUN, 'تشغيل واحد', 'تشغيلين')
export const TOKEN = noun('رمز واحد', 'رمزان', 'رموز', 'رمزًا', 'رمز')
export const OF_TOKEN = asObject(TOKEN, 'رمز واحد', 'رمزين')
export const PLACE = noun('موضع واحد', 'موضعان', 'مواضع', 'موضعًا', 'موضع')
export const OF_PLACE = asObject(PLACE, 'موضع واحد', 'موضعين')
export const TURN = noun('مداخلة واحدة', 'مداخلتان', 'مداخلات', 'مداخلة', 'مداخلة')
export const ATTACHMENT = noun('مرفق واحد', 'مرفقان', 'مرفقات', 'مرفقًا', 'مرفق')
export const OF_ATTACHMENT = asObject(ATTACHMENT, 'مرفق واحد', 'مرفقين')
export const FILE = noun('ملف واحد', 'ملفان', 'ملفات', 'ملفًا', 'ملف')
export const OF_FILE = asObject(FILE, 'ملف واحد', 'ملفين')
export const ANSWER = noun('إجابة واحدة', 'إجابتان', 'إجابات', 'إجابة', 'إجابة')
export const OF_ANSWER = asObject(ANSWER, 'إجابة واحدة', 'إجابتين')
export const OF_VERDICT = noun('حكم واحد', 'حكمين', 'أحكام', 'حكمًا', 'حكم')
export const CHARACTER = noun('محرف واحد', 'محرفان', 'محارف', 'محرفًا', 'محرف')
export const DIFFERENCE = noun('فرق واحد', 'فرقان', 'فروق', 'فرقًا', 'فرق')
export const FIELD = noun('حقل واحد', 'حقلان', 'حقول', 'حقلًا', 'حقل')
export const ITEM = noun('عنصر واحد', 'عنصران', 'عناصر', 'عنصرًا', 'عنصر')
export const MESSAGE = noun('رسالة واحدة', 'رسالتان', 'رسائل', 'رسالة', 'رسالة')
export const PROMPT = noun('موجّه واحد', 'موجّهان', 'موجّهات', 'موجّهًا', 'موجّه')
export const CHECK = noun('فحص واحد', 'فحصان', 'فحوص', 'فحصًا', 'فحص')
export const OF_CHECK = asObject(CHECK, 'فحص واحد', 'فحصين')
export const OF_CELL = noun('خلية واحدة', 'خليتين', 'خلايا', 'خلية', 'خلية')
export const CELL = asObject(OF_CELL, 'خلية واحدة', 'خليتان')
export const RESULT = noun('نتيجة واحدة', 'نتيجتان', 'نتائج', 'نتيجة', 'نتيجة')
export const OF_RESULT = asObject(RESULT, 'نتيجة واحدة', 'نتيجتين')
export const OF_TOOL = noun('أداة واحدة', 'أداتين', 'أدوات', 'أداة', 'أداة')
export const VARIABLE = noun('متغيّر واحد', 'متغيّران', 'متغيّرات', 'متغيّرًا', 'متغيّر')
export const SEQUENCE = noun('تسلسل واحد', 'تسلسلان', 'تسلسلات', 'تسلسلًا', 'تسلسل')
export const DELTA = noun('جزء واحد', 'جزآن', 'أجزاء', 'جزءًا', 'جزء')
export const PROBLEM = noun('مشكلة واحدة', 'مشكلتان', 'مشكلات', 'مشكلة', 'مشكلة')
export const NUMBER: CountedNoun = {
  zero: '{{count}}',
  one: '{{count}}',
  two: '{{count}}',
  few: '{{count}}',
  many: '{{count}}',
  other: '{{count}}',
}
/** With the number set off by a mark, as in a line of figures. */
export const MARKED_CASE = marked(CASE)
export const MARKED_VARIANT = marked(VARIANT)
export const MARKED_CALL = marked(CALL)

function marked(counted: CountedNoun): CountedNoun {
  const mark = (text: string) => text.replace(/^(\S+)/, '<b>$1</b>')
  return {
    zero: mark(counted.zero),
    one: mark(counted.one),
    two: mark(counted.two),
    few: mark(counted.few),
    many: mark(counted.many),
    other: mark(counted.other),
  }
}
