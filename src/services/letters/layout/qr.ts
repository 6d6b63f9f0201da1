import QRCode from 'qrcode'
import type { Code } from './sheet.rules.ts'

/** A QR code (error correction M) with the quiet zone of four dots, as a picture for a document. */
export function qrCode(text: string, alt: string): Code {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const dots = Array.from(modules.data, (dark, i) =>
    dark ? `M${(i % modules.size) + 4} ${Math.floor(i / modules.size) + 4}h1v1h-1z` : '',
  ).join('')
  const side = modules.size + 8
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" shape-rendering="crispEdges"><path d="${dots}" fill="#000"/></svg>`
  return { svg, alt }
}
