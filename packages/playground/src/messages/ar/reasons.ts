import type { Arabic } from '../translation.ts'

export const reasons: Arabic<'reasons'> = {
  'taken only with reasoning effort none': 'لا يُقبل إلا مع جهد تفكير none.',
  'this model always reasons, and takes no sampling settings': 'هذا النموذج يفكّر دائمًا ولا يقبل إعدادات أخذ العيّنات.',
  'this model takes no penalties': 'لا يقبل هذا النموذج الجزاءات.',
  'this model takes no stop sequences': 'لا يقبل هذا النموذج تسلسلات التوقف.',
  'this model takes no sampling settings; say in the prompt what you want':
    'لا يقبل هذا النموذج إعدادات أخذ العيّنات؛ اذكر في الموجّه ما تريد.',
  'this model gives no log probabilities': 'لا يعطي هذا النموذج احتمالات لوغاريتمية.',
  'models that reason take no penalties and no stop sequences': 'النماذج المفكّرة لا تقبل جزاءات ولا تسلسلات توقف.',
  'its name for this is random_seed: put that into the extra body': 'اسم هذا عند النموذج random_seed: ضعه في JSON الإضافي.',
  'without effect while thinking is on; switch thinking off, or leave the field blank':
    'بلا أثر ما دام التفكير مفعّلًا؛ أوقف التفكير أو اترك الحقل فارغًا.',
  'taken only from 0.95 up while thinking is on; leave the field blank': 'لا يُقبل والتفكير مفعّل إلا من 0.95 فأكثر؛ اترك الحقل فارغًا.',
  'not taken while thinking is on; switch thinking off, or leave the field blank':
    'لا يُقبل والتفكير مفعّل؛ أوقف التفكير أو اترك الحقل فارغًا.',
  'a function cannot be forced while thinking is on': 'لا يمكن فرض دالة والتفكير مفعّل.',
  'this model decides by itself whether it calls a function; name the function in the prompt':
    'هذا النموذج يقرر بنفسه هل يستدعي دالة؛ اذكر الدالة في الموجّه.',
  'this model has no levels of effort; give its thinking a budget of tokens': 'لا مستويات جهد لهذا النموذج؛ أعط تفكيره ميزانية من الرموز.',
  'this model does not think before it answers': 'هذا النموذج لا يفكّر قبل أن يجيب.',
  'this model cannot call tools': 'لا يستطيع هذا النموذج استدعاء الأدوات.',
  'this model has no JSON mode': 'ليس لهذا النموذج وضع JSON.',
  'this model cannot be held to a JSON schema': 'لا يمكن إلزام هذا النموذج بمخطط JSON.',
  'takes only {{names}}': 'لا يقبل إلا {{names}}.',
  'its thinking has a budget of at least {{tokens}} tokens': 'ميزانية تفكيره {{tokens}} من الرموز على الأقل.',
  'its thinking has a budget of at most {{tokens}} tokens': 'ميزانية تفكيره {{tokens}} من الرموز على الأكثر.',
  'cannot be switched off at an effort above {{effort}}': 'لا يمكن إيقافه مع جهد فوق {{effort}}.',
}
