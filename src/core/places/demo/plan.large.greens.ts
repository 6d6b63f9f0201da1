import type { Plan } from './plan.ts'
import { path } from './shapes/path.ts'

/** Parks, woods and meadows of Lindenfurt. No streets grow through them. */
export const greensOfLarge: Plan['greens'] = [
  {
    kind: 'wood',
    name: 'Stadtwald',
    points: path(`1900,1850 2150,2060 2400,2500 2700,2900 3400,2900 3400,2500 3080,2280 2780,2060 2500,1800 2280,1800
      2080,1760`),
  },
  {
    kind: 'wood',
    name: 'Stadtwald',
    points: path('2680,1500 2900,1820 3150,2100 3400,2200 3400,1000 3000,1080 2760,1250'),
  },
  {
    kind: 'wood',
    name: 'Loher Holz',
    points: path('-3400,2900 -2600,2900 -2480,2600 -2330,2330 -2560,2180 -2760,1950 -2960,1800 -3400,2100'),
  },
  {
    kind: 'wood',
    name: 'Eichkopf',
    points: path('-1750,2480 -1450,2230 -1000,2180 -760,2320 -700,2560 -800,2900 -1800,2900'),
  },
  {
    kind: 'wood',
    name: 'Südholz',
    points: path('380,-2900 420,-2500 600,-2150 900,-1980 1200,-2020 1380,-2280 1400,-2900'),
  },
  {
    kind: 'wood',
    name: 'Haard',
    points: path('2750,-900 2650,-1300 2700,-1800 2620,-2300 2700,-2900 3400,-2900 3400,-850 3000,-800'),
  },
  {
    kind: 'wood',
    name: 'Rothenholz',
    points: path('-1900,-2050 -1500,-1900 -900,-1930 -520,-2020 -500,-2380 -900,-2900 -1900,-2900'),
  },
  {
    kind: 'wood',
    name: 'Kirschenhölzchen',
    points: path('700,2150 980,2190 1150,2330 1000,2500 700,2480 560,2300'),
  },
  {
    kind: 'meadow',
    name: 'Merlewiesen',
    points: path(`-3400,-250 -2950,-450 -2560,-640 -2300,-680 -2050,-600 -1850,-420 -1620,-250 -1590,-420 -1700,-700
      -1900,-940 -2300,-1040 -2700,-1000 -3100,-760 -3400,-620`),
  },
  {
    kind: 'meadow',
    name: 'Ostaue',
    points: path(`1900,160 2080,-20 2330,-80 2600,60 2900,300 3400,480 3400,60 2900,-90 2500,-330 2280,-400 2000,-340
      1760,-240 1650,20 1700,200`),
  },
  {
    kind: 'park',
    name: 'Seepark',
    points: path('-1330,300 -1300,520 -1400,690 -1560,760 -1760,680 -1850,520 -1830,320 -1720,180 -1540,140 -1410,170'),
  },
  {
    kind: 'park',
    name: 'Mühleninsel',
    points: path('-420,-620 -280,-720 -60,-825 210,-780 400,-610 300,-665 0,-722 -280,-665'),
  },
  {
    kind: 'park',
    name: 'Uferpark',
    points: path(
      '-640,-560 -470,-600 -330,-760 -60,-870 230,-820 430,-610 540,-540 480,-700 260,-845 -10,-880 -240,-820 -390,-730 -540,-590',
    ),
  },
  {
    kind: 'park',
    name: 'Bleichwiese',
    points: path('-1500,-270 -1320,-120 -1010,-155 -760,-330 -690,-450 -840,-620 -1120,-520 -1380,-540 -1480,-420'),
  },
  {
    kind: 'park',
    name: 'Wallanlagen',
    points: path(`-700,-180 -690,-320 -640,-320 -610,-180 -520,30 -440,240 -325,365 -150,425 -20,412 -20,440 -150,490
      -355,425 -500,260 -590,50`),
  },
  {
    kind: 'park',
    name: 'Stadtgarten',
    points: path('420,-640 560,-500 680,-420 780,-420 700,-560 620,-720 520,-760'),
  },
  {
    kind: 'park',
    name: 'Erlbachpark',
    points: path('-1000,1200 -870,1240 -800,1400 -850,1500 -960,1480 -1060,1380'),
  },
  {
    kind: 'park',
    name: 'Lerchenbergpark',
    points: path('820,1560 1000,1540 1130,1620 1100,1740 930,1760 810,1690'),
  },
  {
    kind: 'park',
    name: 'Südpark',
    points: path('180,-1270 420,-1290 560,-1360 500,-1490 300,-1520 150,-1430'),
  },
  {
    kind: 'park',
    name: 'Nordpark',
    points: path('-40,980 110,960 190,1060 130,1200 -20,1220 -90,1100'),
  },
  {
    kind: 'park',
    name: 'Malerpark',
    points: path('1430,400 1580,380 1640,460 1560,560 1440,540'),
  },
  {
    kind: 'cemetery',
    name: 'Hauptfriedhof',
    points: path('-1000,-1260 -720,-1270 -660,-1420 -760,-1540 -1010,-1520'),
  },
  {
    kind: 'cemetery',
    name: 'Nordfriedhof',
    points: path('-620,1600 -420,1570 -380,1720 -500,1790 -640,1730'),
  },
  {
    kind: 'allotments',
    name: 'Kleingärten Bahndamm',
    points: path('-1700,1230 -1420,1130 -1330,1260 -1500,1420 -1680,1400'),
  },
  {
    kind: 'allotments',
    name: 'Kleingärten Hammerfeld',
    points: path('1930,640 2150,420 2300,480 2280,720 2080,820'),
  },
  {
    kind: 'allotments',
    name: 'Kleingärten Auental',
    points: path('-1620,-860 -1560,-1040 -1640,-1130 -1760,-1010'),
  },
  {
    kind: 'sports',
    name: 'Merlestadion',
    points: path('-1880,-180 -1720,-140 -1640,-240 -1700,-340 -1860,-330'),
  },
  {
    kind: 'sports',
    name: 'Sportpark Süd',
    points: path('930,-1330 1130,-1300 1180,-1430 1080,-1530 930,-1500'),
  },
  {
    kind: 'sports',
    name: 'Sportplatz Nord',
    points: path('540,1090 720,1080 740,1200 560,1220'),
  },
  {
    kind: 'sports',
    name: 'Sportplatz Sonnenhang',
    points: path('1880,-600 2050,-620 2060,-740 1900,-740'),
  },
]

export const groundsOfLarge: Plan['grounds'] = [
  {
    kind: 'railYard',
    points: path('-420,795 0,762 420,758 760,790 760,842 420,826 0,830 -420,850'),
  },
  {
    kind: 'school',
    points: path('-860,330 -720,380 -690,500 -800,540 -900,450'),
  },
  {
    kind: 'school',
    points: path('700,290 830,260 870,390 760,440 690,380'),
  },
  {
    kind: 'school',
    points: path('-480,-960 -330,-980 -310,-1080 -450,-1100'),
  },
  {
    kind: 'school',
    points: path('-1960,560 -1800,580 -1800,700 -1950,700'),
  },
  {
    kind: 'school',
    points: path('1580,-560 1700,-540 1700,-640 1590,-660'),
  },
  {
    kind: 'school',
    points: path('560,1520 700,1530 690,1640 560,1630'),
  },
  {
    kind: 'school',
    points: path('-330,1010 -180,990 -160,1090 -310,1110'),
  },
  {
    kind: 'school',
    points: path('560,-1330 690,-1310 700,-1420 580,-1440'),
  },
  {
    kind: 'school',
    points: path('650,-900 850,-820 900,-930 760,-1020 640,-1000'),
  },
]
