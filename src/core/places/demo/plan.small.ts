import type { Plan } from './plan.ts'
import { path } from './shapes/path.ts'

/** Eulenrode: a small country town with two villages, invented as well. */
export const small: Plan = {
  town: 'small',
  name: 'Eulenrode',
  center: [9.842, 51.861],
  halfWidth: 2100,
  halfHeight: 1750,
  outline: path(`1880,-1300 1950,-600 1820,100 1900,800 1650,1400 900,1520 100,1450 -700,1560 -1500,1480 -1900,1000
      -1820,300 -1930,-400 -1800,-1100 -1300,-1480 -500,-1400 300,-1530 1200,-1450`),
  waters: [
    {
      name: 'Eulenbach',
      kind: 'stream',
      width: [6, 13],
      points: path(`-2300,-760 -1800,-560 -1400,-620 -1000,-400 -640,-330 -330,-160 -40,-190 240,-90 520,-160 820,40 1180,120
      1600,420 2300,560`),
    },
    {
      name: 'Moorgraben',
      kind: 'stream',
      width: [4, 5],
      points: path('1300,-2000 1420,-1500 1310,-1080 1420,-600 1300,-150 1330,180'),
    },
    {
      name: 'Mühlteich',
      kind: 'lake',
      width: [0, 0],
      points: path('560,-230 680,-180 770,-240 740,-330 620,-350'),
    },
    {
      name: 'Torfsee',
      kind: 'lake',
      width: [0, 0],
      points: path('1480,-1120 1620,-1050 1700,-1160 1640,-1290 1500,-1270'),
    },
  ],
  rails: [
    {
      name: 'Bahn',
      points: path('-2400,480 -1700,520 -1000,590 -300,610 400,560 1100,640 1700,800 2400,840'),
    },
  ],
  roads: [
    {
      name: 'Marktplatz',
      class: 'pedestrian',
      owner: 'town',
      closed: true,
      points: path('-34,-22 30,-26 36,24 -30,26'),
    },
    {
      name: 'Hauptstraße',
      ref: 'L 428',
      class: 'main',
      owner: 'state',
      points: path('-640,-90 -420,10 -200,-35 -34,-22 30,-26 200,30 420,80 650,160'),
    },
    {
      name: 'Einbecker Straße',
      ref: 'L 428',
      class: 'main',
      owner: 'state',
      points: path('-640,-90 -900,-230 -1250,-260 -1700,-120 -2400,-180'),
    },
    {
      name: 'Göttinger Straße',
      ref: 'L 428',
      class: 'main',
      owner: 'state',
      avenue: true,
      points: path('650,160 900,260 1250,290 1700,190 2400,140'),
    },
    {
      name: 'Bahnhofstraße',
      ref: 'K 51',
      class: 'collector',
      owner: 'district',
      avenue: true,
      points: path('6,48 40,180 -10,380 20,590 -60,800 -260,980 -620,1060'),
    },
    {
      name: 'Haselner Straße',
      ref: 'K 51',
      class: 'collector',
      owner: 'district',
      points: path('-620,1060 -950,1010 -1200,900 -1420,780 -1480,450 -1430,100 -1480,-190'),
    },
    {
      name: 'Brückenstraße',
      ref: 'K 52',
      class: 'collector',
      owner: 'district',
      points: path('18,-48 60,-150 20,-330 100,-560 330,-740 640,-800'),
    },
    {
      name: 'Torfstraße',
      ref: 'K 52',
      class: 'collector',
      owner: 'district',
      points: path('640,-800 900,-830 1150,-900 1350,-960 1560,-900 1900,-980 2400,-940'),
    },
    {
      name: 'Waldstraße',
      class: 'collector',
      owner: 'town',
      points: path('-420,10 -470,190 -420,380 -250,480 0,440'),
    },
    {
      name: 'Schulstraße',
      class: 'collector',
      owner: 'town',
      points: path('0,440 260,430 430,330 440,90'),
    },
    {
      name: 'Sportplatzweg',
      class: 'residential',
      owner: 'town',
      points: path('60,-540 -180,-500 -400,-420 -560,-240 -640,-90'),
    },
    {
      name: 'Mühlenweg',
      class: 'residential',
      owner: 'town',
      points: path('55,-420 250,-350 450,-300 700,-110 720,190'),
    },
    {
      name: 'Kirchstieg',
      class: 'lane',
      owner: 'town',
      points: path('-56,14 -110,60 -130,150 -20,190 38,170'),
    },
    {
      name: 'Bachpfad',
      class: 'path',
      owner: 'town',
      points: path('-590,-270 -330,-120 -50,-150 55,-140 240,-55 430,60'),
    },
    {
      name: 'Waldweg',
      class: 'track',
      owner: 'town',
      points: path('-620,1060 -560,1250 -640,1500 -600,1900'),
    },
    {
      name: 'Feldmark',
      class: 'track',
      owner: 'town',
      points: path('20,-330 -300,-760 -760,-900 -1100,-760 -1250,-260'),
    },
  ],
  quarters: [
    {
      pattern: 'oldTown',
      theme: 'village4',
      angle: 15,
      spacing: [70, 90],
      sway: 34,
      points: path('-230,-120 0,-150 230,-50 260,120 120,230 -120,230 -260,100'),
    },
    {
      pattern: 'houses',
      theme: 'village4',
      angle: 12,
      spacing: [84, 170],
      sway: 24,
      points: path(`-720,-180 -560,-300 -340,-110 -40,-150 240,-40 480,-100 760,60 780,230 520,380 280,520 -40,560 -380,530
      -540,340 -560,120`),
    },
    {
      pattern: 'houses',
      theme: 'village4',
      angle: -14,
      spacing: [84, 170],
      sway: 20,
      points: path('-420,-460 -160,-560 130,-620 360,-560 600,-400 520,-240 240,-170 -30,-260 -340,-250 -560,-330'),
    },
    {
      pattern: 'industry',
      theme: 'industry',
      angle: 5,
      spacing: [150, 240],
      sway: 4,
      points: path('60,660 320,640 520,660 540,840 260,900 -10,860'),
    },
    {
      pattern: 'village',
      theme: 'village5',
      angle: 50,
      spacing: [95, 130],
      sway: 30,
      points: path('-1580,620 -1480,950 -1220,1080 -1000,1030 -1080,790 -1320,600'),
    },
    {
      pattern: 'village',
      theme: 'village6',
      angle: 10,
      spacing: [95, 130],
      sway: 26,
      points: path('1000,-1020 1040,-720 1300,-700 1560,-760 1640,-980 1420,-1080 1200,-1080'),
    },
  ],
  greens: [
    {
      kind: 'wood',
      name: 'Eulenforst',
      points: path(`-2400,2200 -2400,1250 -1900,1180 -1500,1270 -1050,1200 -720,1260 -480,1200 -100,1130 380,1060 700,1200
      820,1600 700,2200`),
    },
    {
      kind: 'wood',
      name: 'Rodeholz',
      points: path('-2400,-1100 -1900,-1050 -1500,-1120 -1180,-1050 -900,-1180 -500,-1120 -280,-1400 -300,-2200 -2400,-2200'),
    },
    {
      kind: 'wood',
      name: 'Fuchsbusch',
      points: path('1350,900 1600,1000 1900,950 2400,1200 2400,2200 1500,2200 1250,1500'),
    },
    {
      kind: 'wood',
      name: 'Moorwald',
      points: path('500,-1250 760,-1180 1000,-1270 1120,-1500 1000,-2200 420,-2200 380,-1600'),
    },
    {
      kind: 'meadow',
      name: 'Bachwiesen',
      points: path(`-2400,-640 -1800,-480 -1400,-530 -1000,-320 -700,-270 -700,-400 -1000,-520 -1400,-760 -1900,-700
      -2400,-900`),
    },
    {
      kind: 'meadow',
      name: 'Teichwiesen',
      points: path('780,100 1150,190 1560,480 2400,700 2400,400 1650,320 1250,30 900,-40'),
    },
    {
      kind: 'park',
      name: 'Mühlpark',
      points: path('490,-260 620,-130 800,-170 830,-320 700,-400 540,-370'),
    },
    {
      kind: 'park',
      name: 'Kurgarten',
      points: path('-320,-90 -180,-50 -60,-70 -60,-140 -240,-140'),
    },
    {
      kind: 'cemetery',
      name: 'Friedhof Eulenrode',
      points: path('-330,260 -220,250 -200,350 -310,370'),
    },
    {
      kind: 'sports',
      name: 'Sportplatz',
      points: path('-330,-600 -200,-630 -170,-540 -300,-510'),
    },
    {
      kind: 'allotments',
      name: 'Gärten am Bahndamm',
      points: path('-420,640 -180,650 -190,760 -410,750'),
    },
  ],
  grounds: [
    {
      kind: 'school',
      points: path('150,330 270,320 280,410 160,415'),
    },
  ],
  districts: [
    { code: '1', name: 'Eulenrode', population: 2690, postcode: '62471', ring: ['edgeCenter', 'east', 'edgeNorth', '-west'] },
    { code: '2', name: 'Haseln', population: 780, postcode: '62472', ring: ['edgeHaseln', 'west'] },
    { code: '3', name: 'Moorwinkel', population: 560, postcode: '62473', ring: ['edgeMoor', '-east'] },
  ],
  borders: {
    west: {
      points: path('-1870,-500 -1300,-420 -950,100 -760,700 -780,1100 -700,1560'),
    },
    east: {
      points: path('300,-1530 420,-1000 760,-620 900,-200 1100,120 1830,130'),
    },
    edgeNorth: { outline: true, from: [1830, 130], to: [-700, 1560] },
    edgeHaseln: { outline: true, from: [-700, 1560], to: [-1870, -500] },
    edgeCenter: { outline: true, from: [-1870, -500], to: [300, -1530] },
    edgeMoor: { outline: true, from: [300, -1530], to: [1830, 130] },
  },
  landmarks: [
    { kind: 'square', name: 'Marktplatz', at: [0, 0] },
    { kind: 'townHall', name: 'Rathaus', at: [-30, 68], angle: 4, buildings: [[0, 0, 34, 15]] },
    {
      kind: 'church',
      name: 'St.-Georgs-Kirche',
      at: [-78, 130],
      angle: -8,
      buildings: [
        [0, 0, 34, 13],
        [-21, 0, 9, 9],
      ],
    },
    {
      kind: 'church',
      name: 'Dorfkirche Haseln',
      at: [-1300, 850],
      angle: 20,
      buildings: [
        [0, 0, 24, 10],
        [-15, 0, 7, 7],
      ],
    },
    { kind: 'church', name: 'Moorkapelle', at: [1300, -900], angle: 0, buildings: [[0, 0, 18, 9]] },
    {
      kind: 'school',
      name: 'Grundschule Eulenrode',
      at: [215, 368],
      angle: -4,
      buildings: [
        [0, 12, 60, 15],
        [-24, -10, 14, 34],
      ],
    },
    { kind: 'kindergarten', name: 'Kita Eulennest', at: [330, 220], angle: 10, buildings: [[0, 0, 28, 13]] },
    { kind: 'station', name: 'Bahnhof Eulenrode', at: [90, 565], angle: -4, buildings: [[0, 0, 46, 11]] },
    { kind: 'fireStation', name: 'Freiwillige Feuerwehr Eulenrode', at: [-330, 80], angle: 8, buildings: [[0, 0, 36, 16]] },
    { kind: 'library', name: 'Gemeindebücherei', at: [85, 75], angle: 12, buildings: [[0, 0, 20, 13]] },
    { kind: 'pool', name: 'Naturbad Mühlteich', at: [690, -385], angle: 0, buildings: [[0, 0, 26, 9]] },
    { kind: 'mill', name: 'Obermühle', at: [510, -205], angle: 30, buildings: [[0, 0, 20, 12]] },
    { kind: 'hall', name: 'Dorfgemeinschaftshaus Haseln', at: [-1180, 960], angle: 10, buildings: [[0, 0, 26, 14]] },
    { kind: 'playground', name: 'Spielplatz Mühlpark', at: [600, -290] },
    { kind: 'playground', name: 'Spielplatz Kurgarten', at: [-180, -90] },
    { kind: 'playground', name: 'Dorfspielplatz Haseln', at: [-1390, 690] },
    { kind: 'playground', name: 'Spielplatz am Moorgraben', at: [1420, -820] },
    { kind: 'sports', name: 'Sportplatz Eulenrode', at: [-250, -570] },
    { kind: 'cemetery', name: 'Friedhof Eulenrode', at: [-265, 305] },
    { kind: 'park', name: 'Mühlpark', at: [800, -240] },
  ],
}
