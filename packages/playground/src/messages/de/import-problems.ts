import type { German } from '../translation.ts'

export const importProblems: German<'importProblems'> = {
  'file-too-large':
    'Die Datei hat {{bytes}} Byte, die Grenze ist {{limitBytes}}. Sie aufteilen oder Spalten weglassen, die niemand braucht.',
  unreadable:
    'Der Browser konnte {{name}} nicht lesen. Ein Ordner lässt sich nicht importieren; eine Datei kann inzwischen verschoben sein. Noch einmal auswählen.',
  'too-large-here':
    'Diese Seite erlaubt keine Arbeit im Hintergrund, daher darf das Gelesene höchstens {{limitBytes}} Byte haben; dieses hat {{bytes}}. Es aufteilen oder auf einer Seite importieren, die Hintergrundprozesse erlaubt.',
  'took-too-long': 'Das Lesen dauerte länger als {{seconds}} Sekunden und wurde abgebrochen. Die Datei aufteilen oder als CSV speichern.',
  'reading-broke': 'Es braucht mehr Speicher, als diese Seite hat, oder das Lesen brach ab. Die Datei aufteilen oder als CSV speichern.',
  'unpacked-too-large': 'Entpackt ist die Tabelle größer als {{limitBytes}} Byte. Das Blatt als CSV speichern und dieses importieren.',
  'too-many-rows': 'Es gibt mehr als {{limit}} Zeilen. Die Datei aufteilen: Niemand wüsste, welche davon hereinkamen.',
  'too-many-columns': 'Es gibt {{columns}} Spalten, die Grenze ist {{limit}}. Jene weglassen, die niemand braucht.',
  'too-many-cells':
    'Der benutzte Bereich des Blatts hat mehr als {{limit}} Zellen. Löschen, was weit außerhalb der Tabelle steht, oder als CSV speichern.',
  'rows-beyond-size': 'Es gibt {{rows}} Zeilen. Die ersten {{offered}} werden angeboten; den Rest aus einer eigenen Datei importieren.',
  empty: 'Es ist nichts darin. Prüfen, ob die richtige Datei gewählt wurde.',
  'no-rows':
    'Nichts darin ergibt einen Fall oder einen Prompt. Eine Zeile unter den Namen ergänzen oder die hier genannten Zeilen berichtigen.',
  binary: 'Das ist kein Text. Die Tabelle als CSV, JSON oder XLSX exportieren und das importieren.',
  'old-spreadsheet': 'Das ist eine Tabelle im Format von vor 2007. Sie als XLSX oder CSV speichern und das importieren.',
  'not-a-spreadsheet': 'Das ist ein Archiv, aber keine Tabelle. Es entpacken und eine der Dateien darin importieren.',
  'spreadsheet-unreadable-directory':
    'Die Tabelle ist beschädigt: Ihr Inhaltsverzeichnis ist nicht lesbar. In ihrem Programm öffnen und neu speichern, oder als CSV speichern.',
  'spreadsheet-unreadable-encrypted': 'Die Tabelle ist mit einem Passwort geschützt. Ohne Passwort oder als CSV speichern.',
  'spreadsheet-unreadable-entry':
    'Die Tabelle ist beschädigt: Ein Teil ist abgeschnitten oder defekt. In ihrem Programm öffnen und neu speichern, oder als CSV speichern.',
  'spreadsheet-unreadable-method':
    'Die Tabelle ist auf eine Weise gepackt, die hier nicht bekannt ist. In ihrem Programm öffnen und neu speichern, oder als CSV speichern.',
  'spreadsheet-unreadable-sheet':
    'Die Zellen dieses Blatts sind nicht lesbar. In ihrem Programm öffnen und neu speichern, oder als CSV speichern.',
  'other-kind':
    'Der Name endet auf {{said}}, der Inhalt ist aber etwas anderes. Er wurde genommen als das, was er ist; das Format oben sagt, was.',
  'unknown-format': 'Nichts darin ist hier bekannt. Das Format von Hand wählen oder es in CSV oder JSON umwandeln.',
  'link-too-long': 'Der Link hat {{characters}} Zeichen, die Grenze ist {{limit}}. Stattdessen um eine Snapshot-Datei bitten.',
  'link-damaged':
    'Der Link ist beschädigt: Ein Teil fehlt oder wurde unterwegs verändert. Noch einmal darum bitten, oder um eine Snapshot-Datei.',
  'link-unpacks-too-large': 'Entpackt ist der Link größer als {{limitBytes}} Byte. Kein hier erstellter Link ist das.',
  'too-many-tags': 'Im Innern hat die Tabelle mehr als {{limit}} Auszeichnungen. Das Blatt als CSV speichern und dieses importieren.',
  'too-many-values': 'Es gibt mehr als {{limit}} Werte. Die Datei aufteilen oder weglassen, was niemand braucht.',
  'too-many-prompts': 'Es ergibt mehr als {{limit}} Prompts, jeder mit einem Modell. Jene weglassen, die niemand braucht.',
  'cell-too-long':
    'Die Zelle in Spalte {{column}} hat {{length}} Zeichen, die Grenze ist {{limit}}. Vielleicht fehlt ein Anführungszeichen; sonst kürzen.',
  'text-too-long': 'Eine Nachricht hat {{length}} Zeichen, die Grenze ist {{limit}}. Sie kürzen oder einen Teil zur Variablen machen.',
  'name-too-long':
    'Der Name {{name}} hat {{length}} Zeichen, die Grenze ist {{limit}}. Enthält die erste Zeile keine Namen, oben so angeben; sonst kürzen.',
  'too-many-messages': 'Es gibt {{messages}} Nachrichten, die Grenze ist {{limit}}. Nur die Fälle importieren oder Nachrichten weglassen.',
  'not-a-report': 'Das ist eine Webseite, aber kein hier erstellter Bericht. Ihre Tabelle als CSV speichern und das importieren.',
  'newer-version':
    'Es stammt aus einer neueren Version ({{version}}; diese Seite kennt {{known}}). Die Seite neu laden oder es dort als CSV exportieren.',
  'wrong-shape-object': '{{path}} muss ein Objekt sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-list': '{{path}} muss eine Liste sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-text': '{{path}} muss ein Text sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-number': '{{path}} muss eine Zahl sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-place': '{{path}} muss eine Zahl ab 0 sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-less': '{{path}} muss kleiner als {{names}} sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-flag': '{{path}} muss true oder false sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-one-of': '{{path}} muss eines von diesen sein: {{names}}. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-typed': '{{path}} muss ein Objekt mit diesem Typ sein: {{names}}. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-texts': '{{path}} muss ein Text oder eine Liste von Texten sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-format': '{{path}} muss ein Ausgabeformat sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-tools': '{{path}} muss eine Liste von Tools sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-choice': '{{path}} muss eine Tool-Auswahl sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-results': '{{path}} muss ein Objekt mit Ergebnissen sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-schema': '{{path}} muss ein JSON-Schema sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-version': '{{path}} muss eine Versionsnummer ab 1 sein. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-message': '{{path}} ist nicht das, was in einer Nachricht dort steht. In der Datei berichtigen oder neu exportieren.',
  'wrong-shape-messages': '{{path}} muss mindestens eine Nachricht enthalten. In der Datei berichtigen oder neu exportieren.',
  'bad-encoding': 'Einige Zeichen sind kein {{encoding}} und wurden zu �. Oben eine andere Kodierung wählen.',
  'lone-surrogate': 'Hier steht ein halbes Zeichen. Es bleibt erhalten, Anbieter können es aber ersetzen.',
  'nul-character': 'Hier steht ein NUL-Zeichen. Es bleibt erhalten, Anbieter können es aber ablehnen.',
  'mixed-newlines': 'Zeilen enden auf verschiedene Weise. Alle wurden als Zeilenenden genommen.',
  'duplicate-headers':
    'Diese Namen stehen über mehr als einer Spalte: {{names}}. Sie umbenennen, damit jede Spalte einen eigenen Namen hat.',
  'unnamed-column': 'Spalte {{column}} hat Werte, aber keinen Namen; hier heißt sie {{name}}.',
  'short-line': 'Sie hat {{found}} von {{expected}} Zellen; die fehlenden sind leer.',
  'long-line': 'Sie hat {{found}} Zellen für {{expected}} Spalten; die überzähligen bleiben weg. Vielleicht fehlt ein Anführungszeichen.',
  'unclosed-quote': 'Das hier geöffnete Anführungszeichen wird nie geschlossen. Es schließen, oder zwei schreiben, wo eins gemeint ist.',
  'stray-quote': 'Mitten in einer Zelle steht ein Anführungszeichen. Es wurde übernommen, wie es ist.',
  'formula-marks-removed_one': 'In {{count}} Zelle wurde das Zeichen entfernt, das eine Tabelle davon abhält, eine Formel zu lesen.',
  'formula-marks-removed_other': 'In {{count}} Zellen wurde das Zeichen entfernt, das eine Tabelle davon abhält, eine Formel zu lesen.',
  'formula-value-used_one': 'Zelle {{cell}} enthält eine Formel. Genommen wurde ihr gespeicherter Wert; nichts wurde berechnet.',
  'formula-value-used_other':
    '{{count}} Zellen, zuerst {{cell}}, enthalten Formeln. Genommen wurden ihre gespeicherten Werte; nichts wurde berechnet.',
  'formula-without-value_one':
    'Zelle {{cell}} enthält eine Formel ohne gespeicherten Wert und ist hier leer. Die Datei in ihrem Programm öffnen und speichern.',
  'formula-without-value_other':
    '{{count}} Zellen, zuerst {{cell}}, enthalten Formeln ohne gespeicherte Werte und sind hier leer. Die Datei in ihrem Programm öffnen und speichern.',
  'other-sheets': 'Gelesen wurde das Blatt {{read}}. Es gibt mehr: {{names}}. Oben lässt sich ein anderes wählen.',
  'json-syntax-end': 'Das ist kein JSON: Es endet zu früh. Ergänzen, was fehlt.',
  'json-syntax-value': 'Das ist kein JSON: Erwartet wird ein Wert, mit „{{found}}“ beginnt keiner. Dort berichtigen.',
  'json-syntax-key': 'Das ist kein JSON: Erwartet wird ein Name in doppelten Anführungszeichen, nicht „{{found}}“. Dort berichtigen.',
  'json-syntax-colon': 'Das ist kein JSON: Nach einem Namen wird ein Doppelpunkt erwartet, nicht „{{found}}“. Dort berichtigen.',
  'json-syntax-comma':
    'Das ist kein JSON: Erwartet wird ein Komma oder das Ende der Liste oder des Objekts, nicht „{{found}}“. Dort berichtigen.',
  'json-syntax-after': 'Das ist kein JSON: Nach seinem Ende geht es mit „{{found}}“ weiter. Für einen Wert je Zeile als JSONL speichern.',
  'json-syntax-string':
    'Das ist kein JSON: Ein Text, der hier beginnt, wird nie geschlossen oder enthält einen Zeilenumbruch oder ein Escape, das nicht erlaubt ist. Dort berichtigen.',
  'yaml-syntax-alias': 'Das ist kein YAML: Es verweist auf einen Teil von sich, den es nicht gibt. Dort berichtigen.',
  'yaml-syntax-directive': 'Das ist kein YAML: Die Zeile, die mit % beginnt, ist nicht lesbar. Dort berichtigen.',
  'yaml-syntax-escape': 'Das ist kein YAML: Ein Text in doppelten Anführungszeichen enthält ein unbekanntes Escape. Dort berichtigen.',
  'yaml-syntax-indent': 'Das ist kein YAML: Die Zeile ist anders eingerückt als die, zu denen sie gehört. Dort berichtigen.',
  'yaml-syntax-tab': 'Das ist kein YAML: Ein Tabulator steht, wo nur Leerzeichen einrücken dürfen. Dort berichtigen.',
  'yaml-syntax-start': 'Das ist kein YAML: So kann ein Wert nicht beginnen. In Anführungszeichen schreiben.',
  'yaml-syntax-nested':
    'Das ist kein YAML: In derselben Zeile steht ein zweiter Name, oder in Klammern steht ein Block. In eine eigene Zeile oder in Anführungszeichen schreiben.',
  'yaml-syntax-missing':
    'Das ist kein YAML: Es fehlt ein Anführungszeichen, eine Klammer, ein Komma oder ein Doppelpunkt. Dort berichtigen.',
  'yaml-syntax-key': 'Das ist kein YAML: Ein Name geht über mehr als eine Zeile oder ist zu lang. Dort berichtigen.',
  'yaml-syntax-tag': 'Das ist kein YAML, das hier lesbar ist: Ein Tag ist nicht bekannt. Weglassen.',
  'yaml-syntax-several': 'Darin steht mehr als ein Dokument. Jedes aus einer eigenen Datei importieren.',
  'yaml-syntax-repeated': '{{name}} steht zweimal auf derselben Ebene. Eines umbenennen oder weglassen.',
  'yaml-syntax-other': 'Das ist kein YAML. Dort berichtigen.',
  'yaml-aliases': 'Es wiederholt Teile von sich mehr als {{limit}}-mal. Sie ausschreiben oder weglassen.',
  'not-an-object': 'Das ist kein Objekt mit benannten Feldern und ergibt daher keinen Fall.',
  'too-deep': 'Es ist zu tief verschachtelt. Es flacher machen oder als Text schreiben.',
  'not-executed': '{{what}} ist Code, und Code aus Dateien wird nie ausgeführt. Wozu er diente, muss anders gesagt werden.',
  'not-fetched': '{{what}} steht anderswo. Nichts wird abgerufen: Den Inhalt in die Datei aufnehmen.',
  'not-carried': '{{what}} hat hier keinen Platz und wurde weggelassen.',
  'key-dropped': '{{name}} sieht wie ein Schlüssel aus und wurde weggelassen. Schlüssel bleiben beim Dienst.',
  'address-dropped': '{{name}} nennt eine Adresse und wurde weggelassen. Wohin Anfragen gehen, bestimmt allein diese Seite.',
  'kept-as-extra': 'Für {{names}} gibt es hier kein Feld. Es bleibt als zusätzliches JSON erhalten und wird unverändert gesendet.',
  'check-unknown': 'Die Prüfung {{name}} ist hier nicht bekannt. Sie bleibt erhalten, prüft aber nichts.',
  'value-as-json': 'Werte von {{name}} sind Listen oder Objekte. Wo ein Prompt einen ganz zeigt, zeigt er JSON.',
  'reads-environment': '{{names}} käme aus der Umgebung dessen, der die Datei ausführt. Hier ist es eine Variable wie jede andere.',
  'defaults-taken': 'Wo eine solche Datei nichts sagt, werden Modelle mit {{names}} gefragt. Das wurde übernommen.',
  'template-approximated': 'Eine Vorlage darin benutzt eine Syntax, die hier etwas anders gelesen wird. Vergleichen, was daraus wird.',
  'braces-are-variables': 'Klammern in den Nachrichten ergeben hier Variablen: {{names}}.',
  'repeated-results_one': '{{count}} Ergebnis wiederholt einen vorhandenen Fall und blieb weg.',
  'repeated-results_other': '{{count}} Ergebnisse wiederholen vorhandene Fälle und blieben weg.',
  'shell-syntax':
    'Dieser Befehl ist nicht lesbar: Das Anführungszeichen {{quote}} wird nie geschlossen. Ohne Pipes und Shell-Variablen einfügen.',
  'python-syntax':
    'Dieses Programm ist nicht lesbar: Das Anführungszeichen {{quote}} wird nie geschlossen. Nur den Aufruf einfügen, ab dem Import seiner Bibliothek.',
  'python-no-call':
    'In diesem Programm fand sich kein Aufruf eines Modells. Einen von client.chat.completions.create, client.responses.create oder client.messages.create einfügen.',
  'python-other-call': 'Hier fragt noch ein Aufruf ein Modell. Genommen wurde der erste; diesen für sich einfügen.',
  'more-problems_one': '{{count}} weiteres ist nicht aufgeführt.',
  'more-problems_other': '{{count}} weitere sind nicht aufgeführt.',
}
