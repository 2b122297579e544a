/**
 * Why a model does not take a setting, under the words that the model catalogue has for it. They come with the models, from the service,
 * so an English page writes those as a sentence; these are what the other languages are measured by.
 */
export const reasons = {
  'taken only with reasoning effort none': 'Taken only with reasoning effort none.',
  'this model always reasons, and takes no sampling settings': 'This model always reasons, and takes no sampling settings.',
  'this model takes no penalties': 'This model takes no penalties.',
  'this model takes no stop sequences': 'This model takes no stop sequences.',
  'this model takes no sampling settings; say in the prompt what you want':
    'This model takes no sampling settings; say in the prompt what you want.',
  'this model gives no log probabilities': 'This model gives no log probabilities.',
  'models that reason take no penalties and no stop sequences': 'Models that reason take no penalties and no stop sequences.',
  'its name for this is random_seed: put that into the extra body': 'Its name for this is random_seed: put that into the extra body.',
  'without effect while thinking is on; switch thinking off, or leave the field blank':
    'Without effect while thinking is on; switch thinking off, or leave the field blank.',
  'taken only from 0.95 up while thinking is on; leave the field blank':
    'Taken only from 0.95 up while thinking is on; leave the field blank.',
  'not taken while thinking is on; switch thinking off, or leave the field blank':
    'Not taken while thinking is on; switch thinking off, or leave the field blank.',
  'a function cannot be forced while thinking is on': 'A function cannot be forced while thinking is on.',
  'this model decides by itself whether it calls a function; name the function in the prompt':
    'This model decides by itself whether it calls a function; name the function in the prompt.',
  'this model has no levels of effort; give its thinking a budget of tokens':
    'This model has no levels of effort; give its thinking a budget of tokens.',
  'this model does not think before it answers': 'This model does not think before it answers.',
  'this model cannot call tools': 'This model cannot call tools.',
  'this model has no JSON mode': 'This model has no JSON mode.',
  'this model cannot be held to a JSON schema': 'This model cannot be held to a JSON schema.',
  'takes only {{names}}': 'Takes only {{names}}.',
  'its thinking has a budget of at least {{tokens}} tokens': 'Its thinking has a budget of at least {{tokens}} tokens.',
  'its thinking has a budget of at most {{tokens}} tokens': 'Its thinking has a budget of at most {{tokens}} tokens.',
  'cannot be switched off at an effort above {{effort}}': 'Cannot be switched off at an effort above {{effort}}.',
} as const
