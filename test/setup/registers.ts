/** What the registers of a small town hold, with everything in it that is hard to write in a file. */
export const quote = '"Am; Hang"'
export const district = {
  code: `A;1`,
  name: `=${quote}`,
  polygon: [
    [
      [11, 49],
      [11.1, 49],
      [11.1, 49.1],
      [11, 49.1],
      [11, 49],
    ],
  ] as [number, number][][],
  population: 1200,
  postcode: '01234',
  label: [11.05, 49.05] as [number, number],
}
const street = {
  name: 'Lindenstraße',
  class: 'main' as const,
  owner: 'town' as const,
  lines: [
    [
      [11.01, 49.01],
      [11.02, 49.02],
    ],
  ] as [number, number][][],
  postcode: '01234',
  district: district.code,
}
const tree = {
  kind: 'tree' as const,
  number: 'B-1',
  point: [11.02, 49.02] as [number, number],
  district: district.code,
  street: 'Lindenstraße',
}
export const places = {
  districts: [district],
  streets: [street],
  addresses: [],
  crossings: [],
  landmarks: [],
  assets: [
    { ...tree, species: { de: 'Winter-Linde', botanical: 'Tilia cordata' } },
    { ...tree, kind: 'lamp' as const, number: 'L-1' },
  ],
}
