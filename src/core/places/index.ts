export { type DemoTown, demoGeography, type Geography } from './demo/index.ts'
export { importPlaces, type PlacesToImport } from './import.verbs.ts'
export { useMapStyle } from './map-setting.ts'
export {
  type Asset,
  assetById,
  assetByNumber,
  assetsNear,
  type District,
  districtAt,
  districtsOf,
  type NearAddress,
  nearestAddress,
  type Road,
  roadAt,
} from './near.verbs.ts'
export {
  type LatLon,
  type PlaceChoice,
  type PlaceHit,
  type PlaceInput,
  type PlaceKind,
  type PlaceWay,
  placeFields,
  ROUGH_M,
  type RoadOwner,
} from './place.rules.ts'
export { placeCandidates, resolvePlace } from './place.verbs.ts'
export { PlaceField, type PlaceFieldProps } from './place-field.tsx'
export { onMap, PlaceMap, type PlaceMapProps } from './place-map.tsx'
export { placeHit, searchPlaces } from './search.verbs.ts'
