/** The smallest document that readers open: one empty page, for papers of the demo. */
const parts = [
  '%PDF-1.4\n',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n',
]

function written(): string {
  const offsets = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('').length)
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const body = parts.join('')
  return `${body}xref\n0 4\n0000000000 65535 f \n${table}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`
}

export const emptyPdf: Uint8Array = Buffer.from(written(), 'latin1')
