import { furnitureCategories } from './categories/furniture.ts'
import { greenCategories } from './categories/green.ts'
import { lightCategories } from './categories/light.ts'
import { otherCategories } from './categories/other.ts'
import { playCategories } from './categories/play.ts'
import { streetCategories } from './categories/street.ts'
import { trafficCategories } from './categories/traffic.ts'
import { wasteCategories } from './categories/waste.ts'
import { waterCategories } from './categories/water.ts'
import { type Bilingual, both, type DemoCategory, type GroupCode } from './category.ts'

/** Groups in the order in which the form shows them. */
export const demoGroups: readonly { code: GroupCode; icon: string; name: Bilingual }[] = [
  { code: 'street', icon: 'road', name: both('Straße und Weg', 'Roads and paths') },
  { code: 'light', icon: 'lamp', name: both('Licht und Ampel', 'Lights and signals') },
  { code: 'waste', icon: 'bin', name: both('Müll und Sauberkeit', 'Waste and cleanliness') },
  { code: 'green', icon: 'tree', name: both('Grün und Tiere', 'Green and animals') },
  { code: 'play', icon: 'swing', name: both('Spielplatz und Sport', 'Playgrounds and sports') },
  { code: 'water', icon: 'drop', name: both('Wasser und Kanal', 'Water and drains') },
  { code: 'traffic', icon: 'sign', name: both('Verkehr und Parken', 'Traffic and parking') },
  { code: 'furniture', icon: 'bench', name: both('Gebäude und Stadtmöbel', 'Buildings and street furniture') },
  { code: 'other', icon: 'question', name: both('Sonstiges', 'Other') },
]

/** The catalogue of the demo towns. */
export const demoCategories: readonly DemoCategory[] = [
  ...streetCategories,
  ...lightCategories,
  ...wasteCategories,
  ...greenCategories,
  ...playCategories,
  ...waterCategories,
  ...trafficCategories,
  ...furnitureCategories,
  ...otherCategories,
]

export function demoCategory(code: string): DemoCategory {
  const category = demoCategories.find((one) => one.code === code)
  if (!category) throw new Error(`no demo category ${code}`)
  return category
}
