export { demoGeography } from './demo/index.ts'
export { importPlaces } from './import.verbs.ts'
export { useMapStyle } from './map-setting.ts'
export {
  type Asset,
  assetById,
  assetByNumber,
  assetsByNumbers,
  assetsOf,
  type District,
  districtAt,
  districtsOf,
  nearestAddress,
} from './near.verbs.ts'
export {
  assetKinds,
  type PlaceHit,
  type PlaceInput,
  placeFields,
} from './place.rules.ts'
export { placeCandidates, resolvePlace } from './place.verbs.ts'
export { PlaceField } from './place-field.tsx'
export { onMap, PlaceMap } from './place-map.tsx'
export { searchPlaces } from './search.verbs.ts'
