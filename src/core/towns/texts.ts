import type { Texts } from '#platform/text.ts'

export const townTexts: Texts = {
  de: {
    'towns.error.colour': 'Bitte geben Sie eine Farbe wie #1f5f8b ein.',
    'towns.error.contrast': 'Auf dieser Farbe ist weiße Schrift schlecht zu lesen. Bitte wählen Sie eine dunklere.',
    'towns.error.bounds': 'Der Norden muss über dem Süden liegen, der Osten rechts vom Westen.',
    'towns.error.host': 'Bitte geben Sie Rechnernamen wie stadt.example ein, ohne https:// und ohne Schrägstrich.',
    'towns.error.slug': 'Bitte nehmen Sie kleine Buchstaben, Ziffern und Bindestriche; am Anfang einen Buchstaben.',
    'refusal.slugTaken': 'Eine Stadt mit diesem Kürzel gibt es schon.',
    'refusal.hostTaken': 'Der Rechnername {host} gehört schon einer anderen Stadt.',
    'refusal.armsUnreadable': 'Das ist keine Zeichnung, die wir zeigen können. Bitte prüfen Sie, ob die Datei eine SVG-Datei ist.',
  },
  en: {
    'towns.error.colour': 'Please enter a colour such as #1f5f8b.',
    'towns.error.contrast': 'White letters are hard to read on this colour. Please choose a darker one.',
    'towns.error.bounds': 'North must be above south, and east to the right of west.',
    'towns.error.host': 'Please enter host names such as town.example, without https:// and without a slash.',
    'towns.error.slug': 'Please use small letters, digits and hyphens, with a letter at the beginning.',
    'refusal.slugTaken': 'There is a town with this short name already.',
    'refusal.hostTaken': 'The host name {host} belongs to another town already.',
    'refusal.armsUnreadable': 'This is no drawing that we can show. Please check that the file is an SVG file.',
  },
}
