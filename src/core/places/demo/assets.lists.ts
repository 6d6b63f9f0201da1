import type { AssetKind } from './geography.ts'

/** The letters before the number on the plate. */
export const prefixes: Readonly<Record<AssetKind, string>> = {
  lamp: 'L',
  tree: 'B',
  playground: 'SP',
  bench: 'BK',
  bin: 'A',
  fountain: 'BR',
  busStop: 'H',
  recycling: 'W',
}

export const avenueTrees = [
  { de: 'Winter-Linde', botanical: 'Tilia cordata' },
  { de: 'Spitz-Ahorn', botanical: 'Acer platanoides' },
  { de: 'Platane', botanical: 'Platanus × hispanica' },
  { de: 'Rosskastanie', botanical: 'Aesculus hippocastanum' },
] as const

export const streetTrees = [
  { de: 'Feld-Ahorn', botanical: 'Acer campestre' },
  { de: 'Hainbuche', botanical: 'Carpinus betulus' },
  { de: 'Baum-Hasel', botanical: 'Corylus colurna' },
  { de: 'Mehlbeere', botanical: 'Sorbus aria' },
  { de: 'Zier-Kirsche', botanical: 'Prunus serrulata' },
  { de: 'Amberbaum', botanical: 'Liquidambar styraciflua' },
] as const

export const parkTrees = [
  { de: 'Stiel-Eiche', botanical: 'Quercus robur' },
  { de: 'Rot-Buche', botanical: 'Fagus sylvatica' },
  { de: 'Sommer-Linde', botanical: 'Tilia platyphyllos' },
  { de: 'Hänge-Birke', botanical: 'Betula pendula' },
  { de: 'Berg-Ahorn', botanical: 'Acer pseudoplatanus' },
  { de: 'Silber-Weide', botanical: 'Salix alba' },
  { de: 'Schwarz-Erle', botanical: 'Alnus glutinosa' },
  { de: 'Gemeine Esche', botanical: 'Fraxinus excelsior' },
] as const
