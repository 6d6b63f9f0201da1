import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { charactersOf, printable, printableIn } from './characters.ts'
import { unpackWoff } from './woff.ts'

/** `data` is JSON; `date` is `YYYY-MM-DD`. */
export type Order = { template: string; data: string; lang: string; title: string; date: string }

/** Noto Sans (SIL Open Font License) as KERN brings it: all letters of DIN 91379, the same on every machine. */
const { resolve } = createRequire(import.meta.url)
const font = (weight: string) => unpackWoff(readFileSync(resolve(`@kern-ux/native/dist/fonts/noto-sans/NotoSans-${weight}.woff`)))
const fonts = [font('Regular'), font('Bold')]
const [regular, bold] = fonts.map(charactersOf)
const shown = new Set([...regular!].filter((code) => bold!.has(code)))

/** The folder is never read: templates import nothing, and their data comes as text. */
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts }] })

/** What every template begins with. Data is parsed as data and can never become code: nothing evaluates it. */
const opening = `#let data = json(bytes(sys.inputs.data))
#let day = sys.inputs.date.split("-").map(int)
#set document(title: sys.inputs.title, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(lang: sys.inputs.lang, font: "Noto Sans", fallback: false)
`

/** Results of layout are kept over as many documents: the parts that are the same in each letter. */
const KEPT = 10

/** The document as PDF/UA-1; whatever the compiler finds against that standard is thrown, and so is each mistake of the template. */
export function compile({ template, data, lang, title, date }: Order): Uint8Array<ArrayBuffer> {
  const inputs = {
    data: JSON.stringify(printableIn(JSON.parse(data), shown)),
    title: printable(title, shown),
    lang,
    date,
  }
  try {
    const made = compiler.compile({ mainFileContent: opening + template, inputs })
    const document = made.result
    if (!document) throw new Error(JSON.stringify(compiler.fetchDiagnostics(made.takeError()!)))
    const seconds = Date.parse(`${date}T12:00:00Z`) / 1000
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: seconds }))
  } finally {
    compiler.evictCache(KEPT)
  }
}
