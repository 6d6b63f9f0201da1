import type { Texts } from '#platform/text.ts'

type Words = { title: string; text: string; keywords: string }
const sets = (words: Record<string, Words>) =>
  Object.fromEntries(
    Object.entries(words).flatMap(([name, said]) => Object.entries(said).map(([part, text]) => [`place.data.${name}.${part}`, text])),
  )
const columns = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([name, text]) => [`place.column.${name}`, text]))

/** What the open data of places is called. */
export const placeDataTexts: Texts = {
  de: {
    ...sets({
      districts: {
        title: 'Ortsteile',
        text: 'Die Ortsteile der Stadt mit Grenzen, Postleitzahl und Zahl der Einwohnerinnen und Einwohner.',
        keywords: 'Ortsteile,Stadtteile,Grenzen,Einwohner',
      },
      streets: {
        title: 'Straßen',
        text: 'Die Straßen der Stadt mit ihrem Verlauf, ihrer Klasse und wer sie unterhält.',
        keywords: 'Straßen,Straßenverzeichnis,Baulast',
      },
      lamp: {
        title: 'Straßenlaternen',
        text: 'Die Laternen der Stadt mit der Nummer auf ihrem Schild.',
        keywords: 'Laternen,Straßenbeleuchtung',
      },
      tree: {
        title: 'Baumkataster',
        text: 'Die Bäume der Stadt an Straßen und in Anlagen mit der Nummer auf ihrem Schild und ihrer Art.',
        keywords: 'Bäume,Baumkataster,Baumart',
      },
      bench: { title: 'Bänke', text: 'Die Sitzbänke der Stadt mit der Nummer auf ihrem Schild.', keywords: 'Bänke,Stadtmöbel' },
      bin: {
        title: 'Papierkörbe',
        text: 'Die öffentlichen Papierkörbe mit der Nummer auf ihrem Schild.',
        keywords: 'Papierkörbe,Abfall,Stadtmöbel',
      },
      playground: { title: 'Spielplätze', text: 'Die öffentlichen Spielplätze der Stadt.', keywords: 'Spielplätze,Kinder,Freizeit' },
      fountain: { title: 'Brunnen', text: 'Die öffentlichen Brunnen der Stadt.', keywords: 'Brunnen,Trinkwasser' },
      busStop: {
        title: 'Haltestellen',
        text: 'Die Bushaltestellen in der Stadt mit ihrem Namen.',
        keywords: 'Haltestellen,Bus,Nahverkehr',
      },
      recycling: {
        title: 'Wertstoffinseln',
        text: 'Wo Glas, Papier und Kleider gesammelt werden.',
        keywords: 'Wertstoffe,Altglas,Altpapier,Container',
      },
    }),
    ...columns({
      code: 'Kürzel des Ortsteils',
      id: 'Kennung der Straße; sie bleibt bei neuen Einspielungen gleich, solange Name und Ortsteil gleich bleiben',
      number: 'Nummer auf dem Schild',
      name: 'Name, wo es einen gibt',
      street: 'Straße, an der es steht',
      district: 'Kürzel des Ortsteils',
      postcode: 'Postleitzahl',
      population: 'Zahl der Einwohnerinnen und Einwohner',
      road_number: 'Amtliche Nummer, etwa L 417',
      class:
        'main (Hauptstraße), collector (Sammelstraße), residential (Wohnstraße), lane (Gasse), pedestrian (Fußgängerzone), path (Weg), track (Feldweg)',
      owner: 'Wer sie unterhält: town (Stadt), district (Kreis), state (Land), federal (Bund), private (privat)',
      latitude: 'Geografische Breite (WGS 84); bei Flächen und Linien ein Punkt darin',
      longitude: 'Geografische Länge (WGS 84)',
      address: 'Adresse der Seite dazu; sie benennt den Eintrag dauerhaft',
      species: 'Baumart auf Deutsch',
      species_botanical: 'Botanischer Name der Baumart',
    }),
  },
  en: {
    ...sets({
      districts: {
        title: 'Districts',
        text: 'The districts of the town with their boundaries, postcode and population.',
        keywords: 'districts,boundaries,population',
      },
      streets: {
        title: 'Streets',
        text: 'The streets of the town with their course, their class and who maintains them.',
        keywords: 'streets,roads,maintenance',
      },
      lamp: { title: 'Street lamps', text: 'The lamps of the town with the number on their plate.', keywords: 'lamps,street lighting' },
      tree: {
        title: 'Trees',
        text: 'The trees of the town along streets and in parks, with the number on their plate and their species.',
        keywords: 'trees,tree register,species',
      },
      bench: { title: 'Benches', text: 'The benches of the town with the number on their plate.', keywords: 'benches,street furniture' },
      bin: { title: 'Litter bins', text: 'The public bins with the number on their plate.', keywords: 'bins,litter,street furniture' },
      playground: { title: 'Playgrounds', text: 'The public playgrounds of the town.', keywords: 'playgrounds,children,leisure' },
      fountain: { title: 'Fountains', text: 'The public fountains of the town.', keywords: 'fountains,drinking water' },
      busStop: { title: 'Bus stops', text: 'The bus stops in the town with their names.', keywords: 'bus stops,public transport' },
      recycling: {
        title: 'Recycling points',
        text: 'Where glass, paper and clothes are collected.',
        keywords: 'recycling,glass,paper,containers',
      },
    }),
    ...columns({
      code: 'Code of the district',
      id: 'Identifier of the street; it stays when places are imported anew, as long as name and district stay',
      number: 'Number on the plate',
      name: 'Name, where there is one',
      street: 'Street where it stands',
      district: 'Code of the district',
      postcode: 'Postcode',
      population: 'Number of inhabitants',
      road_number: 'Official number, such as L 417',
      class: 'main, collector, residential, lane, pedestrian, path or track',
      owner: 'Who maintains it: town, district (county), state, federal or private',
      latitude: 'Latitude (WGS 84); a point inside where it is an area or a line',
      longitude: 'Longitude (WGS 84)',
      address: 'Address of its page; it names the entry for good',
      species: 'Species in German',
      species_botanical: 'Botanical name of the species',
    }),
  },
}
