/** Words that lists of guessed passwords begin with, in small letters without digits and signs. */
export const weakWords: ReadonlySet<string> = new Set(
  `passwort password passwörter passwd kennwort geheim geheimnis secret hallo hallowelt hello helloworld willkommen welcome
  stadtplatz rathaus stadt gemeinde buergermeister bürgermeister buerger bürger verwaltung admin administrator root user
  benutzer gast guest test testtest tester demo login anmelden einloggen zugang letmein master superman batman starwars
  pokemon minecraft dragon monkey princess prinzessin sunshine sonnenschein schatz schatzi schatzilein liebe ichliebedich
  iloveyou loveyou baby engel hase hasi mausi maus sommer winter herbst frühling fruehling summer spring autumn
  montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april juni juli august september oktober
  november dezember fussball fußball football baseball basketball bundesliga bayern fcbayern borussia dortmund schalke
  hamburg berlin münchen muenchen köln koeln frankfurt stuttgart deutschland germany passwortpasswort qwertz qwerty
  qwertzuiop qwertyuiop asdfghjkl yxcvbnm zxcvbnm asdf asdfasdf abc abcd abcdef abcdefgh computer internet google facebook
  instagram youtube samsung iphone windows microsoft changeme ändermich michael thomas andreas stefan christian daniel
  alexander sebastian matthias markus martin peter frank sabine susanne petra claudia andrea stefanie nicole julia anna
  hannah sarah laura lisa lena marie sophie schnecke butterfly schmetterling flower blume chocolate schokolade whatever trustno
  kartoffel currywurst weihnachten geburtstag familie freundschaft arschloch scheisse scheiße fuckyou`.split(/\s+/),
)
