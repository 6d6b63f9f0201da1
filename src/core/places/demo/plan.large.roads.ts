import type { PlannedRoad } from './plan.ts'
import { path } from './shapes/path.ts'

/** The old roads of Lindenfurt: from the market through the gates into the country, the ring on the old walls, the by-pass. */
export const roadsOfLarge: readonly PlannedRoad[] = [
  // through the old town
  {
    name: 'Markt',
    class: 'pedestrian',
    owner: 'town',
    closed: true,
    points: path('-62,-38 55,-48 70,38 -48,46'),
  },
  {
    name: 'Marktstraße',
    class: 'pedestrian',
    owner: 'town',
    points: path('84,8 170,18 300,-12 430,22 590,20'),
  },
  {
    name: 'Lange Straße',
    class: 'pedestrian',
    owner: 'town',
    points: path('-80,0 -170,-12 -290,20 -420,5 -540,40'),
  },
  {
    name: 'Brückstraße',
    class: 'lane',
    owner: 'town',
    points: path('2,-68 -15,-170 25,-310 5,-440 10,-560'),
  },
  {
    name: 'Bahnhofstraße',
    class: 'collector',
    owner: 'town',
    avenue: true,
    points: path('16,72 35,160 10,290 40,420 75,580 88,718'),
  },
  {
    name: 'Obertorstraße',
    class: 'lane',
    owner: 'town',
    points: path('88,58 150,120 215,235 330,310 420,385'),
  },
  {
    name: 'Untertorstraße',
    class: 'lane',
    owner: 'town',
    points: path('-72,70 -135,130 -210,190 -305,310 -340,400'),
  },
  {
    name: 'Gerbergasse',
    class: 'lane',
    owner: 'town',
    points: path('-88,-60 -190,-130 -260,-260 -390,-350 -520,-420'),
  },
  {
    name: 'Fischergasse',
    class: 'lane',
    owner: 'town',
    points: path('80,-70 170,-150 270,-230 380,-270 560,-310'),
  },
  {
    name: 'Am Ufer',
    class: 'lane',
    owner: 'town',
    points: path('-600,-395 -370,-535 -180,-595 10,-615 200,-590 390,-515 600,-355 700,-225'),
  },
  {
    name: 'Engelgasse',
    class: 'lane',
    owner: 'town',
    points: path(`-400,10 -385,-130 -310,-240 -150,-330 10,-330 180,-330 330,-255 420,-120 425,20 370,150 225,240 35,250
      -150,245 -290,180 -400,10`),
  },
  // the ring on the old walls
  {
    name: 'Wallstraße',
    class: 'main',
    owner: 'town',
    avenue: true,
    points: path(`-640,-370 -650,-180 -555,40 -470,250 -340,395 -150,455 40,430 240,435 425,390 540,240 600,20 690,-130
      745,-290`),
  },
  // out of the gates
  {
    name: 'Steinbrücker Straße',
    ref: 'L 417',
    class: 'main',
    owner: 'state',
    avenue: true,
    points: path('10,-560 12,-690 -5,-860 -90,-1080 -70,-1330 30,-1580 60,-1850 -30,-2120 10,-2700'),
  },
  {
    name: 'Auentaler Straße',
    class: 'main',
    owner: 'town',
    points: path('-640,-370 -735,-500 -960,-740 -1180,-1010 -1480,-1290 -1720,-1600 -1980,-1880 -2160,-2250 -2330,-2700'),
  },
  {
    name: 'Kasseler Straße',
    ref: 'L 417',
    class: 'main',
    owner: 'state',
    avenue: true,
    points: path('-555,40 -780,60 -1050,110 -1400,90 -1750,60 -2150,-80 -2550,-130 -3300,-60'),
  },
  {
    name: 'Hannoversche Straße',
    ref: 'K 32',
    class: 'main',
    owner: 'district',
    avenue: true,
    points: path('-340,395 -520,600 -620,850 -820,1130 -1150,1420 -1480,1690 -1850,1950 -2120,2330 -2350,2800'),
  },
  {
    name: 'Nordstraße',
    class: 'main',
    owner: 'town',
    avenue: true,
    points: path('240,435 330,600 355,790 330,1050 400,1330 340,1650 250,1960 300,2320 270,2800'),
  },
  {
    name: 'Göttinger Straße',
    ref: 'L 562',
    class: 'main',
    owner: 'state',
    avenue: true,
    points: path('425,390 620,540 800,690 960,860 1200,1120 1400,1450 1680,1750 1980,2120 2300,2800'),
  },
  {
    name: 'Leipziger Straße',
    ref: 'L 562',
    class: 'main',
    owner: 'state',
    avenue: true,
    points: path('600,20 780,60 930,20 1180,-140 1500,-330 1850,-380 2230,-480 2700,-470 3300,-620'),
  },
  {
    name: 'Hammerfelder Straße',
    class: 'main',
    owner: 'town',
    points: path('745,-290 880,-410 1060,-650 1300,-960 1450,-1300 1420,-1640 1560,-2000 1520,-2350 1580,-2800'),
  },
  {
    name: 'Südtangente',
    ref: 'B 489',
    class: 'main',
    owner: 'federal',
    points: path(`-3300,-1830 -2600,-1830 -1850,-1740 -1150,-1770 -450,-1710 250,-1760 900,-1700 1500,-1480 2050,-1100
      2560,-560 2740,0 2600,560 2470,1000 2540,1500 2820,1950 3300,2350`),
  },
  // the outer ring of the 1960s
  {
    name: 'Westring',
    class: 'collector',
    owner: 'town',
    points: path('-1300,-1115 -1500,-700 -1560,-240 -1430,90 -1300,420 -1280,760 -1300,1000 -1130,1400'),
  },
  {
    name: 'Nordring',
    class: 'collector',
    owner: 'town',
    points: path('-1130,1400 -750,1520 -250,1470 390,1380 880,1420 1390,1440'),
  },
  {
    name: 'Ostring',
    class: 'collector',
    owner: 'town',
    points: path('1390,1440 1530,1150 1500,880 1370,560 1350,150 1330,-235 1240,-560 1215,-850'),
  },
  {
    name: 'Südring',
    class: 'collector',
    owner: 'town',
    points: path('1215,-850 860,-1120 420,-1210 -80,-1190 -560,-1230 -1000,-1190 -1300,-1115'),
  },
  // links
  {
    name: 'Gleisstraße',
    class: 'collector',
    owner: 'town',
    points: path('-555,690 -250,660 90,700 340,685 700,610'),
  },
  {
    name: 'Uferallee',
    class: 'residential',
    owner: 'town',
    avenue: true,
    points: path('-735,-500 -560,-620 -400,-760 -250,-860 -10,-925 260,-890 480,-760 640,-560 860,-400'),
  },
  {
    name: 'Erlenweg',
    class: 'residential',
    owner: 'town',
    points: path('-1050,110 -980,330 -1020,600 -850,830 -780,1080'),
  },
  {
    name: 'Seestraße',
    class: 'collector',
    owner: 'town',
    points: path('-1290,730 -1560,860 -1880,800 -2080,560 -2060,260 -2090,-70'),
  },
  {
    name: 'Malerstraße',
    class: 'residential',
    owner: 'town',
    points: path('780,60 960,260 1100,430 1365,520 1620,570 1780,450 1870,300'),
  },
  {
    name: 'Gewerbestraße',
    class: 'collector',
    owner: 'town',
    points: path('1200,1120 1560,1240 1950,1270 2300,1180 2480,1080'),
  },
  {
    name: 'Werkstraße',
    class: 'collector',
    owner: 'town',
    points: path('1400,1450 1800,1530 2150,1490 2530,1480'),
  },
  {
    name: 'Rothendorfer Straße',
    ref: 'K 33',
    class: 'collector',
    owner: 'district',
    points: path('-1500,-700 -1850,-980 -2200,-1450 -2450,-1650 -2620,-1990 -2700,-2700'),
  },
  {
    name: 'Oberloher Straße',
    ref: 'K 32',
    class: 'collector',
    owner: 'district',
    points: path('-1280,760 -1650,930 -2050,1020 -2300,1200 -2420,1550 -2300,1980 -2000,2130'),
  },
  {
    name: 'Lerchenberger Straße',
    class: 'collector',
    owner: 'town',
    points: path('340,1650 700,1780 1080,1900 1500,1840 1720,1790'),
  },
  {
    name: 'Sonnenhangstraße',
    class: 'collector',
    owner: 'town',
    points: path('1240,-560 1560,-720 1950,-800 2270,-870'),
  },
  {
    name: 'Parkweg',
    class: 'path',
    owner: 'town',
    points: path('-1300,420 -1420,660 -1600,720 -1780,620 -1800,400 -1690,230 -1500,210 -1380,280'),
  },
  {
    name: 'Merlepromenade',
    class: 'path',
    owner: 'town',
    points: path('-1560,-240 -1330,-85 -1010,-130 -740,-300 -640,-370'),
  },
  {
    name: 'Treidelpfad',
    class: 'path',
    owner: 'town',
    points: path('745,-290 880,0 1010,130 1230,240 1360,235 1640,215 1990,-10 2200,-70'),
  },
  {
    name: 'Bleichwiesenweg',
    class: 'path',
    owner: 'town',
    points: path('-735,-500 -990,-300 -1330,-250 -1490,-320'),
  },
  {
    name: 'Inselweg',
    class: 'path',
    owner: 'town',
    points: path('-340,-690 -200,-760 -3,-780 190,-735 330,-660'),
  },
]
