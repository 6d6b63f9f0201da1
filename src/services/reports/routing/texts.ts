import type { Texts } from '#platform/text.ts'

/** Sentences for everybody on why it is this unit, made from the trace; and what refuses a change of the rules. */
export const routingTexts: Texts = {
  de: {
    'routing.why.assetOwner': 'Um Gegenstände dieser Art kümmert sich: {unit}.',
    'routing.why.owner':
      '{owner, select, town {Gemeindestraße} district {Kreisstraße} state {Landesstraße} federal {Bundesstraße} other {Privatstraße}}: Zuständig ist {unit}.',
    'routing.why.categoryArea': 'Für „{category}“ im Ortsteil {district} ist zuständig: {unit}.',
    'routing.why.category': 'Für „{category}“ ist in der ganzen Stadt zuständig: {unit}.',
    'routing.why.area': 'Für den Ortsteil {district} ist zuständig: {unit}.',
    'routing.why.group': 'Für „{group}“ ist zuständig: {unit}.',
    'routing.why.categoryDefault': 'Um „{category}“ kümmert sich: {unit}.',
    'routing.why.byHand': 'Die Leitstelle hat die Meldung gelesen und gegeben an: {unit}.',
    'refusal.draftExists': 'Es gibt schon einen Entwurf.',
    'refusal.versionScheduled': 'Fassung {number} gilt erst an ihrem Tag. Nehmen Sie sie vorher zurück, wenn Sie noch etwas ändern wollen.',
    'refusal.replayMissing': 'Der Entwurf wurde so, wie er jetzt ist, noch nicht durchgerechnet.',
    'refusal.replayRunning': 'Die Proberechnung läuft schon.',
    'refusal.tooManyRules': 'Mehr als {most, number} Regeln hat eine Fassung nicht.',
  },
  en: {
    'routing.why.assetOwner': 'Things of this kind are looked after by: {unit}.',
    'routing.why.owner':
      '{owner, select, town {Town road} district {District road} state {State road} federal {Federal road} other {Private road}}: responsible is {unit}.',
    'routing.why.categoryArea': 'Responsible for “{category}” in {district}: {unit}.',
    'routing.why.category': 'Responsible for “{category}” in the whole town: {unit}.',
    'routing.why.area': 'Responsible for {district}: {unit}.',
    'routing.why.group': 'Responsible for “{group}”: {unit}.',
    'routing.why.categoryDefault': '“{category}” is looked after by: {unit}.',
    'routing.why.byHand': 'The service desk read the report and gave it to: {unit}.',
    'refusal.draftExists': 'There is a draft already.',
    'refusal.versionScheduled': 'Version {number} takes effect on its day. Take it back first if you want to change something.',
    'refusal.replayMissing': 'The draft as it is now has not been replayed yet.',
    'refusal.replayRunning': 'The replay is running already.',
    'refusal.tooManyRules': 'A version has no more than {most, number} rules.',
  },
}
