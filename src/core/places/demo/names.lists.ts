/** Street names by quarter: roots and the endings they are tried with, in this order. */
export type Theme = { roots: string; endings: readonly string[] }

const wohnstrasse = ['weg', 'straße', 'ring', 'winkel', 'stieg'] as const

export const themes: Readonly<Record<string, Theme>> = {
  oldTown: {
    roots:
      'Schmiede Bäcker Seiler Färber Böttcher Töpfer Tuchmacher Schuster Metzger Kessler Korbmacher Kürschner Glocken Kirch Kloster Rosen Löwen Adler Hirsch Kronen Stern Mond Sonnen Salz Korn Heu Rathaus Schul Spital Turm Mauer Brunnen Küster Apotheker Zunft Münz Wollen Kannen Nadler Sattler Wagner Zimmer Glaser Barbier Krämer Wein Hopfen Malz Honig Pfeffer',
    endings: ['gasse', 'winkel', 'hof', 'stiege'],
  },
  poets: {
    roots:
      'Goethe Schiller Lessing Heine Fontane Storm Eichendorff Mörike Uhland Hölderlin Raabe Rilke Kästner Tucholsky Droste Herder Wieland Novalis Büchner Kleist Morgenstern Ringelnatz Keller Gellert Klopstock Matthias-Claudius- Bettina-von-Arnim- Ricarda-Huch- Mascha-Kaléko- Nelly-Sachs- Else-Lasker-Schüler- Anna-Seghers- Hilde-Domin- Rose-Ausländer- Fritz-Reuter- Joachim-Ringelnatz-',
    endings: ['straße', 'platz', 'weg', 'gang'],
  },
  composers: {
    roots:
      'Johann-Sebastian-Bach- Mozart Beethoven Haydn Händel Schubert Schumann Brahms Mendelssohn Telemann Lortzing Gluck Bruckner Mahler Clara-Schumann- Fanny-Hensel- Buxtehude Schütz Pachelbel Flotow Albert-Lortzing- Kuhlau Reger Spohr Vivaldi Chopin Verdi Dvořák Smetana Grieg Sibelius',
    endings: ['straße', 'weg', 'platz', 'gang'],
  },
  painters: {
    roots:
      'Dürer Cranach Holbein Menzel Liebermann Franz-Marc- August-Macke- Paul-Klee- Käthe-Kollwitz- Paula-Modersohn- Gabriele-Münter- Spitzweg Caspar-David-Friedrich- Runge Grünewald Kandinsky Feininger Schwind Riemenschneider Barlach Lucas-Moser- Merian Rembrandt Rubens Tischbein',
    endings: ['straße', 'weg', 'bogen', 'gang'],
  },
  trees: {
    roots:
      'Linden Ahorn Buchen Eichen Ulmen Eschen Birken Kastanien Pappel Weiden Platanen Robinien Erlen Kiefern Fichten Lärchen Tannen Zedern Akazien Espen Hainbuchen Eiben Walnuss Zürgel',
    endings: wohnstrasse,
  },
  birds: {
    roots:
      'Amsel Drossel Finken Meisen Lerchen Schwalben Star Zeisig Spatzen Rotkehlchen Zaunkönig Kuckuck Specht Kranich Reiher Storchen Falken Habicht Bussard Milan Sperber Eulen Käuzchen Nachtigall Pirol Stieglitz Dohlen Elster Wiedehopf Kiebitz Goldammer Eisvogel Möwen Schwanen Fasanen Rebhuhn Wachtel Bachstelzen',
    endings: wohnstrasse,
  },
  flowers: {
    roots:
      'Tulpen Nelken Dahlien Astern Lilien Veilchen Narzissen Primel Krokus Anemonen Glockenblumen Mohn Kornblumen Margeriten Sonnenblumen Enzian Fingerhut Schlüsselblumen Iris Lupinen Malven Levkojen Begonien Geranien Phlox Rittersporn Löwenzahn Hyazinthen',
    endings: wohnstrasse,
  },
  berries: {
    roots:
      'Brombeer Himbeer Erdbeer Heidelbeer Holunder Schlehen Hagebutten Sanddorn Johannisbeer Stachelbeer Preiselbeer Wacholder Ginster Heide Farn Moos Haselnuss Weißdorn Vogelbeer Kornelkirschen Efeu Hopfenberg Wicken Klee',
    endings: wohnstrasse,
  },
  hills: {
    roots:
      'Lerchenberg Kirschberg Weinberg Hagberg Steinberg Sonnenberg Windmühlen Hochfeld Bergfeld Panorama Höhen Kuppen Gipfel Aussichts Turmberg Hasenberg Fuchsberg Ziegenberg Schafberg Kapellenberg Rosenberg Kreuzberg Finkenberg Hirschberg Dachsberg Eulenberg',
    endings: ['straße', 'weg', 'blick', 'steig', 'hang'],
  },
  herbs: {
    roots:
      'Lavendel Salbei Thymian Kamillen Minze Melissen Rosmarin Kümmel Dill Kresse Fenchel Anis Majoran Arnika Ringelblumen Schafgarben Johanniskraut Baldrian Königskerzen Bärlauch',
    endings: wohnstrasse,
  },
  fields: {
    roots:
      'Korn Weizen Roggen Hafer Gersten Flachs Acker Wiesen Anger Feldrain Rain Heuberg Kleefeld Mahd Garben Ähren Sichel Sensen Pflug Ernte Mühlen Hufe Brach Lein Raps Rüben Dreimorgen Siebenmorgen',
    endings: ['weg', 'straße', 'grund', 'stieg'],
  },
  animals: {
    roots:
      'Hasen Fuchs Dachs Igel Reh Hirschkamp Eichhörnchen Biber Otter Marder Luchs Wolfs Iltis Wiesel Hamster Bienen Hummel Schmetterlings Libellen Grillen Marienkäfer Feldmaus Siebenschläfer Hermelin Damhirsch',
    endings: wohnstrasse,
  },
  orchards: {
    roots:
      'Apfel Birnen Kirschen Pflaumen Quitten Mirabellen Zwetschgen Aprikosen Pfirsich Obstgarten Boskoop Gravensteiner Renetten Mispel Most Kelter Streuobst Imker Spalier Blüten Nuss Edelkastanien Speierling',
    endings: wohnstrasse,
  },
  towns: {
    roots:
      'Bremer Kieler Lübecker Rostocker Schweriner Erfurter Weimarer Jenaer Dresdner Potsdamer Magdeburger Hallesche Mainzer Trierer Ulmer Bamberger Passauer Freiburger Konstanzer Wismarer',
    endings: [' Straße', ' Weg', ' Platz'],
  },
  rivers: {
    roots: 'Weser Elbe Oder Donau Isar Neckar Main Mosel Saale Spree Havel Fulda Werra Lahn Ruhr Ems Aller Leine Eder Tauber Iller Inn',
    endings: ['straße', 'weg', 'platz'],
  },
  industry: {
    roots:
      'Industrie Dampf Kessel Hammer Schlosser Dreher Fräser Gießer Walz Kranbahn Lager Speicher Container Lade Maschinen Turbinen Motoren Werft Stahl Kupfer Messing Zink Amboss',
    endings: ['straße', 'weg', 'ring'],
  },
  village1: {
    roots: 'Rothendorfer- Dorf Teich Hirten Kirchhof Lehm Schäfer Gänse Backhaus Pfarr Born Eichenhof Spritzenhaus Bruch',
    endings: ['straße', 'weg', 'gasse', 'anger'],
  },
  village2: {
    roots: 'Loher- Ober Unter Lohbach Steinkauten Schulzen Feld Mittel Kreuz Heck Allmend Waldrand Schmiedeberg Kuhtrift',
    endings: ['straße', 'weg', 'gasse', 'hof'],
  },
  village3: {
    roots: 'Steinbrücker- Bruchstein Bauern Brühl Tränke Holz Scheunen Garten Kapellen Hohl',
    endings: ['weg', 'straße', 'gasse'],
  },
  village4: {
    roots:
      'Markt Linden Schul Bach Berg Hinter Mühlen Kirch Garten Schmiede Anger Sand Rosen Wiesen Birken Sonnen Ahorn Quellen Obst Feld Erlen Amsel Finken Schlehen',
    endings: ['straße', 'weg', 'gasse', 'ring', 'winkel'],
  },
  village5: { roots: 'Haseln Dorf Trift Born Eichen Heide Kamp Brunnen Wald Schäfer', endings: ['weg', 'straße', 'gasse', 'stieg'] },
  village6: { roots: 'Moor Torf Teich Weiden Kuhlen Damm Ried Reiher Binsen Storchen', endings: ['weg', 'straße', 'gasse', 'stieg'] },
  country: {
    roots:
      'Hasel Stein Kies Sand Lehmkuhlen Wald Feld Triften Mark Grenz Hute Heide Jäger Köhler Wolfskuhlen Pilz Kuhlen Nonnen Mönchs Zehnt Schanzen Wart Hohl Kirch Lerchen Schäfer Haag Ziegelei Kalk Moor',
    endings: ['pfad', 'trift', 'schneise', 'feldweg'],
  },
}
