import type { Seeded } from '#platform/seeded.ts'

/** Time of day and weather, as colours. */
export type Light = {
  name: string
  sky: readonly [top: string, low: string]
  /** Colour of the light and how strongly it lies over everything. */
  glow: string
  glowStrength: number
  /** Colour of everything far away. */
  haze: string
  shadow: string
  shadowStrength: number
  leaf: readonly string[]
  grass: string
  asphalt: string
  slab: string
  /** Walls of houses. */
  walls: readonly string[]
  windows: string
  dark: boolean
}

const plaster = ['#e8c9a0', '#d9a98a', '#ecdcc0', '#c9b7a0', '#d8bfae', '#b9c4b4', '#e3b98a']
const summerLeaf = ['#5f8f4e', '#77a257', '#4d7a47', '#8bab5c']

export const moods = {
  morning: {
    name: 'morning',
    sky: ['#8fbfdc', '#fbe6c4'],
    glow: '#ffd79a',
    glowStrength: 0.34,
    haze: '#f1e3cd',
    shadow: '#3c3a5a',
    shadowStrength: 0.34,
    leaf: summerLeaf,
    grass: '#86a85a',
    asphalt: '#78757a',
    slab: '#c3b8a8',
    walls: plaster,
    windows: '#6f8596',
    dark: false,
  },
  noon: {
    name: 'noon',
    sky: ['#5fa5d6', '#cfe7ee'],
    glow: '#fff1cf',
    glowStrength: 0.2,
    haze: '#d8e6e6',
    shadow: '#2d3350',
    shadowStrength: 0.4,
    leaf: ['#5c9148', '#7cab52', '#477a40', '#93b75c'],
    grass: '#7fae55',
    asphalt: '#7d7c80',
    slab: '#cbc3b6',
    walls: plaster,
    windows: '#5f7f96',
    dark: false,
  },
  overcast: {
    name: 'overcast',
    sky: ['#aab6be', '#dfe2df'],
    glow: '#e9ece8',
    glowStrength: 0.16,
    haze: '#d5d9d8',
    shadow: '#333845',
    shadowStrength: 0.26,
    leaf: ['#5a7d52', '#6d8d5a', '#4a6b49', '#7d9562'],
    grass: '#7c9760',
    asphalt: '#66686d',
    slab: '#aeaaa3',
    walls: ['#cdbda6', '#bfa394', '#d2cabb', '#aea79d', '#b9aea4', '#a5afa6', '#c8ad92'],
    windows: '#5d6b75',
    dark: false,
  },
  evening: {
    name: 'evening',
    sky: ['#7d8fb8', '#ffc98a'],
    glow: '#ffae62',
    glowStrength: 0.42,
    haze: '#f3cfa6',
    shadow: '#3a2c52',
    shadowStrength: 0.42,
    leaf: ['#6f8a45', '#8b9a4c', '#566f3c', '#b29a4d'],
    grass: '#94a253',
    asphalt: '#7a6f72',
    slab: '#c7ad94',
    walls: ['#e9bf8f', '#dd9f78', '#efd2a8', '#cfae8d', '#dcb394', '#bfb295', '#e6ad76'],
    windows: '#8a7a7c',
    dark: false,
  },
  autumn: {
    name: 'autumn',
    sky: ['#9db4c4', '#f2e2c6'],
    glow: '#ffd192',
    glowStrength: 0.3,
    haze: '#e8dcc6',
    shadow: '#3a3348',
    shadowStrength: 0.32,
    leaf: ['#c8803a', '#d9a441', '#a85f34', '#b98d3c'],
    grass: '#98985a',
    asphalt: '#6f6b6c',
    slab: '#b9aa98',
    walls: plaster,
    windows: '#6c7a84',
    dark: false,
  },
  winter: {
    name: 'winter',
    sky: ['#b4c6d6', '#eef0ee'],
    glow: '#f4efe6',
    glowStrength: 0.2,
    haze: '#e1e7ea',
    shadow: '#47557a',
    shadowStrength: 0.26,
    leaf: ['#8a7f74', '#766c66', '#9a8f84', '#6c6661'],
    grass: '#e4e9ec',
    asphalt: '#8d939b',
    slab: '#c9d0d6',
    walls: ['#d9c6ae', '#c9ab9b', '#ddd4c6', '#b8b0a8', '#c9bcb2', '#b0b9b4', '#d1b79a'],
    windows: '#6b7884',
    dark: false,
  },
  dusk: {
    name: 'dusk',
    sky: ['#27365f', '#d98b6f'],
    glow: '#6a6fae',
    glowStrength: 0.3,
    haze: '#6b6688',
    shadow: '#10142e',
    shadowStrength: 0.5,
    leaf: ['#2f4441', '#3a4f47', '#263a3c', '#475647'],
    grass: '#46584e',
    asphalt: '#45475a',
    slab: '#6e6b7c',
    walls: ['#6f6470', '#7a6268', '#857a80', '#665f6c', '#74686f', '#5f6a70', '#7f6a66'],
    windows: '#ffcf7d',
    dark: true,
  },
} satisfies Record<string, Light>

export type Mood = keyof typeof moods

/** The light of one picture: one of the moods that suit the scene. */
export const lightFor = (random: Seeded, suiting: readonly Mood[]): Light => moods[random.pick(suiting)]
