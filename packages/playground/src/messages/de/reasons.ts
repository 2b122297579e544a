import type { German } from '../translation.ts'

export const reasons: German<'reasons'> = {
  'taken only with reasoning effort none': 'Wird nur ohne Denkaufwand (none) angenommen.',
  'this model always reasons, and takes no sampling settings': 'Dieses Modell denkt immer und nimmt keine Einstellungen zum Sampling an.',
  'this model takes no penalties': 'Dieses Modell nimmt keine Strafwerte an.',
  'this model takes no stop sequences': 'Dieses Modell nimmt keine Stoppfolgen an.',
  'this model takes no sampling settings; say in the prompt what you want':
    'Dieses Modell nimmt keine Einstellungen zum Sampling an; was gewünscht ist, gehört in den Prompt.',
  'this model gives no log probabilities': 'Dieses Modell gibt keine Log-Wahrscheinlichkeiten.',
  'models that reason take no penalties and no stop sequences': 'Modelle, die denken, nehmen weder Strafwerte noch Stoppfolgen an.',
  'its name for this is random_seed: put that into the extra body':
    'Bei diesem Modell heißt das random_seed: in das zusätzliche JSON schreiben.',
  'without effect while thinking is on; switch thinking off, or leave the field blank':
    'Wirkt nicht, solange das Denken eingeschaltet ist; das Denken ausschalten oder das Feld leer lassen.',
  'taken only from 0.95 up while thinking is on; leave the field blank':
    'Wird bei eingeschaltetem Denken erst ab 0,95 angenommen; das Feld leer lassen.',
  'not taken while thinking is on; switch thinking off, or leave the field blank':
    'Wird bei eingeschaltetem Denken nicht angenommen; das Denken ausschalten oder das Feld leer lassen.',
  'a function cannot be forced while thinking is on': 'Bei eingeschaltetem Denken lässt sich kein Aufruf erzwingen.',
  'this model decides by itself whether it calls a function; name the function in the prompt':
    'Dieses Modell entscheidet selbst, ob es eine Funktion aufruft; die Funktion im Prompt nennen.',
  'this model has no levels of effort; give its thinking a budget of tokens':
    'Dieses Modell kennt keine Stufen des Aufwands; dem Denken ein Budget an Token geben.',
  'this model does not think before it answers': 'Dieses Modell denkt vor der Antwort nicht nach.',
  'this model cannot call tools': 'Dieses Modell kann keine Tools aufrufen.',
  'this model has no JSON mode': 'Dieses Modell hat keinen JSON-Modus.',
  'this model cannot be held to a JSON schema': 'Dieses Modell lässt sich nicht an ein JSON-Schema binden.',
  'takes only {{names}}': 'Nimmt nur {{names}} an.',
  'its thinking has a budget of at least {{tokens}} tokens': 'Das Budget des Denkens beträgt mindestens {{tokens}} Token.',
  'its thinking has a budget of at most {{tokens}} tokens': 'Das Budget des Denkens beträgt höchstens {{tokens}} Token.',
  'cannot be switched off at an effort above {{effort}}': 'Lässt sich bei einem Aufwand über {{effort}} nicht ausschalten.',
}
