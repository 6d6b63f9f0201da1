/** The characters that an OpenType font can show: those of its Unicode table in format 4 (the basic plane). */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const cmap = tableOf(font, 'cmap')
  const shown = new Set<number>()
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(8 + 8 * i)
    if (cmap.readUInt16BE(at) === 4) addSegments(cmap.subarray(at), shown)
  }
  return shown
}

/** Ends of all segments stand first, then a gap of two bytes, then their beginnings (OpenType, `cmap` format 4). */
function addSegments(table: Buffer, shown: Set<number>): void {
  const twice = table.readUInt16BE(6)
  for (let i = 0; i < twice; i += 2) {
    const last = table.readUInt16BE(14 + i)
    for (let code = table.readUInt16BE(16 + twice + i); code <= last && code !== 0xffff; code++) shown.add(code)
  }
}

function tableOf(font: Buffer, tag: string): Buffer {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i
    if (font.toString('latin1', at, at + 4) === tag) return font.subarray(font.readUInt32BE(at + 8))
  }
  throw new Error(`the font has no table ${tag}`)
}

/** Stands for a character that no font of ours has. */
export const UNKNOWN = '\ufffd'

// Direction marks and the like would only let a text look like another one.
const invisible = /\p{Default_Ignorable_Code_Point}/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/**
 * A text as it can be printed: composed (NFC), with \n alone for line ends, without control characters and marks nobody sees;
 * what the fonts lack becomes `UNKNOWN`, because a standard for documents that last forbids empty boxes.
 */
export function printable(text: string, shown: ReadonlySet<number>): string {
  const plain = text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(control, ' ').replace(invisible, '')
  let result = ''
  for (const character of plain) {
    const code = character.codePointAt(0)!
    result += code === 9 ? ' ' : code === 10 || shown.has(code) ? character : UNKNOWN
  }
  return result
}

/** `printable` for every text in a value made of lists and objects. */
export function printableIn(value: unknown, shown: ReadonlySet<number>): unknown {
  if (typeof value === 'string') return printable(value, shown)
  if (Array.isArray(value)) return value.map((one) => printableIn(one, shown))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, printableIn(one, shown)]))
  return value
}
