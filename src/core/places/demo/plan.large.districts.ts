import type { Plan } from './plan.ts'
import { path } from './shapes/path.ts'

export const bordersOfLarge: Plan['borders'] = {
  // the river, upstream of the old town, round it, and down
  riverWest: { along: 'Merle', from: [-2880, -715], to: [-690, -415] },
  riverTown: { along: 'Merle', from: [-690, -415], to: [775, -270] },
  riverEast: { along: 'Merle', from: [775, -270], to: [2830, 110] },
  // the ring on the walls
  gateWest: {
    points: path('-690,-415 -650,-180 -555,40 -470,250 -340,395'),
  },
  gateNorth: {
    points: path('-340,395 -150,455 40,430 240,435 425,390'),
  },
  gateEast: {
    points: path('425,390 540,240 600,20 690,-130 775,-270'),
  },
  // the railway
  railWest: { along: 'Bahn', from: [-2790, 1600], to: [-960, 890] },
  railTown: { along: 'Bahn', from: [-960, 890], to: [900, 830] },
  railEast: { along: 'Bahn', from: [900, 830], to: [2890, 820] },
  // across
  brook: {
    points: path('-340,395 -560,540 -820,690 -960,890'),
  },
  eastGate: {
    points: path('425,390 620,540 780,690 900,830'),
  },
  // into the country
  north: {
    points: path('340,791 335,1050 400,1330 345,1650 250,1960 295,2330'),
  },
  railTownWest: { along: 'Bahn', from: [-960, 890], to: [340, 791] },
  railTownEast: { along: 'Bahn', from: [340, 791], to: [900, 830] },
  northEast: {
    points: path('900,830 1200,1120 1400,1450 1680,1750 1980,2120 2090,2340'),
  },
  southEast: {
    points: path('775,-270 880,-410 1060,-650 1300,-960 1450,-1300 1420,-1640 1560,-2000 1530,-2380'),
  },
  southWest: {
    points: path('-690,-415 -960,-740 -1180,-1010 -1480,-1290 -1720,-1600 -1980,-1880 -2190,-2350'),
  },
  // the town's border, anticlockwise from the south-east
  edgeEast: { outline: true, from: [1530, -2380], to: [2830, 110] },
  edgeNorthEast: { outline: true, from: [2830, 110], to: [2890, 820] },
  edgeIndustry: { outline: true, from: [2890, 820], to: [2090, 2340] },
  edgeLark: { outline: true, from: [2090, 2340], to: [295, 2330] },
  edgeNorth: { outline: true, from: [295, 2330], to: [-2790, 1600] },
  edgeWest: { outline: true, from: [-2790, 1600], to: [-2880, -715] },
  edgeSouthWest: { outline: true, from: [-2880, -715], to: [-2190, -2350] },
  edgeSouth: { outline: true, from: [-2190, -2350], to: [1530, -2380] },
}

/** Ten districts, 60,430 people. The postcode region 62 is not in use in Germany. */
export const districtsOfLarge: Plan['districts'] = [
  { code: '1', name: 'Altstadt', population: 5120, postcode: '62411', ring: ['riverTown', '-gateEast', '-gateNorth', '-gateWest'] },
  {
    code: '2',
    name: 'Bahnhofsviertel',
    population: 8340,
    postcode: '62411',
    ring: ['gateNorth', 'eastGate', '-railTownEast', '-railTownWest', '-brook'],
  },
  { code: '3', name: 'Weststadt', population: 8910, postcode: '62413', ring: ['riverWest', 'gateWest', 'brook', '-railWest', 'edgeWest'] },
  { code: '4', name: 'Nordstadt', population: 9260, postcode: '62415', ring: ['railWest', 'railTownWest', 'north', 'edgeNorth'] },
  { code: '5', name: 'Lerchenberg', population: 5870, postcode: '62415', ring: ['railTownEast', 'northEast', 'edgeLark', '-north'] },
  { code: '6', name: 'Hammerfeld', population: 640, postcode: '62417', ring: ['railEast', 'edgeIndustry', '-northEast'] },
  {
    code: '7',
    name: 'Oststadt',
    population: 5480,
    postcode: '62417',
    ring: ['riverEast', 'edgeNorthEast', '-railEast', '-eastGate', 'gateEast'],
  },
  { code: '8', name: 'Sonnenhang', population: 4950, postcode: '62417', ring: ['southEast', 'edgeEast', '-riverEast'] },
  { code: '9', name: 'Südstadt', population: 9730, postcode: '62419', ring: ['southWest', 'edgeSouth', '-southEast', '-riverTown'] },
  { code: '10', name: 'Auental', population: 2130, postcode: '62413', ring: ['edgeSouthWest', '-southWest', '-riverWest'] },
]
