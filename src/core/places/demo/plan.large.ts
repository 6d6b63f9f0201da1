import { bordersOfLarge, districtsOfLarge } from './plan.large.districts.ts'
import { greensOfLarge, groundsOfLarge } from './plan.large.greens.ts'
import { landmarksOfLarge } from './plan.large.landmarks.ts'
import { quartersOfLarge } from './plan.large.quarters.ts'
import { roadsOfLarge } from './plan.large.roads.ts'
import type { Plan } from './plan.ts'
import { path } from './shapes/path.ts'

/** Lindenfurt an der Merle: an old town in a bend of the river, invented from its ford to its ring road. */
export const large: Plan = {
  town: 'large',
  name: 'Lindenfurt',
  center: [9.612, 51.742],
  halfWidth: 3100,
  halfHeight: 2550,
  outline: path(`2880,-2050 2920,-1200 2800,-500 2860,200 2930,900 2780,1500 2860,2050 2300,2330 1500,2260 800,2380 0,2290
      -800,2370 -1600,2300 -2350,2380 -2840,2000 -2760,1300 -2900,600 -2830,-100 -2920,-900 -2800,-1600
      -2860,-2150 -2200,-2350 -1300,-2280 -500,-2370 400,-2320 1200,-2390 2200,-2300`),
  waters: [
    {
      name: 'Merle',
      kind: 'river',
      width: [34, 52],
      points: path(`-3300,-420 -2900,-700 -2480,-860 -2050,-720 -1700,-360 -1350,-160 -1000,-210 -700,-410 -380,-610 0,-690
      380,-610 700,-360 960,-40 1260,150 1620,120 1960,-110 2330,-170 2680,60 3300,260`),
    },
    {
      name: 'Mühlgraben',
      kind: 'stream',
      width: [11, 11],
      points: path('-470,-560 -300,-740 -60,-850 230,-800 450,-565'),
    },
    {
      name: 'Erlbach',
      kind: 'stream',
      width: [5, 9],
      points: path('-620,2700 -700,2300 -930,1950 -860,1600 -1010,1250 -960,930 -1120,600 -1060,250 -1180,-20 -1130,-180'),
    },
    {
      name: 'Hammerbach',
      kind: 'stream',
      width: [4, 8],
      points: path('1750,-2700 1640,-2250 1800,-1800 1690,-1350 1850,-900 1740,-480 1800,30'),
    },
    {
      name: 'Stadtsee',
      kind: 'lake',
      width: [0, 0],
      points: path('-1480,330 -1390,470 -1440,600 -1570,640 -1690,560 -1720,420 -1640,300 -1550,290'),
    },
    {
      name: 'Kiesteich',
      kind: 'lake',
      width: [0, 0],
      points: path('-2380,-1200 -2250,-1090 -2090,-1120 -2030,-1260 -2130,-1370 -2320,-1340'),
    },
    {
      name: 'Kleiner Kiesteich',
      kind: 'lake',
      width: [0, 0],
      points: path('-1960,-1120 -1880,-1060 -1800,-1120 -1830,-1210 -1930,-1210'),
    },
  ],
  rails: [
    {
      name: 'Bahn',
      points: path('-3300,1830 -2500,1460 -1750,1120 -1000,900 -250,800 400,790 1050,850 1750,960 2500,930 3300,700'),
    },
    {
      name: 'Bahn nach Süden',
      points: path('900,835 1350,800 1750,620 2050,250 2180,-200 2230,-700 2400,-1300 2480,-2000 2450,-2700'),
    },
  ],
  roads: roadsOfLarge,
  quarters: quartersOfLarge,
  greens: greensOfLarge,
  grounds: groundsOfLarge,
  districts: districtsOfLarge,
  borders: bordersOfLarge,
  landmarks: landmarksOfLarge,
}
