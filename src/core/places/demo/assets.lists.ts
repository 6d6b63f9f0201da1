import type { AssetKind } from './geography.ts'

type Species = { de: string; botanical: string }

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

export const avenueTrees: readonly Species[] = [
  { de: 'Winter-Linde', botanical: 'Tilia cordata' },
  { de: 'Spitz-Ahorn', botanical: 'Acer platanoides' },
  { de: 'Platane', botanical: 'Platanus × hispanica' },
  { de: 'Rosskastanie', botanical: 'Aesculus hippocastanum' },
]

export const streetTrees: readonly Species[] = [
  { de: 'Feld-Ahorn', botanical: 'Acer campestre' },
  { de: 'Hainbuche', botanical: 'Carpinus betulus' },
  { de: 'Baum-Hasel', botanical: 'Corylus colurna' },
  { de: 'Mehlbeere', botanical: 'Sorbus aria' },
  { de: 'Zier-Kirsche', botanical: 'Prunus serrulata' },
  { de: 'Amberbaum', botanical: 'Liquidambar styraciflua' },
]

export const parkTrees: readonly Species[] = [
  { de: 'Stiel-Eiche', botanical: 'Quercus robur' },
  { de: 'Rot-Buche', botanical: 'Fagus sylvatica' },
  { de: 'Sommer-Linde', botanical: 'Tilia platyphyllos' },
  { de: 'Hänge-Birke', botanical: 'Betula pendula' },
  { de: 'Berg-Ahorn', botanical: 'Acer pseudoplatanus' },
  { de: 'Silber-Weide', botanical: 'Salix alba' },
  { de: 'Schwarz-Erle', botanical: 'Alnus glutinosa' },
  { de: 'Gemeine Esche', botanical: 'Fraxinus excelsior' },
]
