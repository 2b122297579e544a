/** Words that say little by themselves, by language; the demo models do not count them when they look for what a text is about. */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  english:
    'a about above after again all also am an and any are as at be because been before being below between both but by can cannot could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more most must my no nor not now of off on once only or other our out over own same shall she should so some such than that the their them then there these they this those through to too under until up us very was we were what when where which while who whom why will with would you your yours im ive ill id dont doesnt didnt isnt arent wasnt wont cant its thats',
  german:
    'aber alle als also am an auch auf aus bei bin bis das dass dem den der des die doch du ein eine einem einen einer eines er es fur hat habe haben ich ihr im in ist ja kann kein keine mein mich mir mit nach nicht noch nur oder sehr sein sich sie sind so uber um und uns unser vom von vor war was weil wenn wer wie wir wird wo zu zum zur',
  french:
    'au aux avec ce ces cette comme dans de des du elle elles en est et eux il ils je la le les leur lui ma mais me meme mes mon ne nos notre nous on ou par pas pour plus qu que qui sa se ses son sont sur ta te tes ton tu un une vos votre vous y',
  spanish:
    'al como con de del el ella ellas ellos en entre era es esa ese esta este fue ha hay la las le les lo los mas me mi muy no nos o para pero por porque que se ser si sin sobre son su sus tambien te tu un una y ya yo',
  italian:
    'al alla anche che chi ci come con da dal della di e ed era gli ha ho il in io la le lo ma mi ne nel non o per piu se si sono su sua suo ti tra tu un una uno',
  dutch:
    'aan al als bij dat de den der die dit door een en er had heb hebben heeft het hij hoe ik in is je kan maar me met mij mijn naar niet nog nu of om ons ook op over te tot uit van voor was wat we wel werd wie wij wordt zal ze zich zij zijn zo',
  portuguese:
    'a ao aos as com como da das de do dos e ela ele em entre era essa esse esta este eu foi ha isso ja lhe mais mas me meu minha na nao nas no nos o os ou para pela pelo por qual quando que quem se sem ser seu sua so também te um uma você',
}
