import QRCode from 'qrcode'

/** A QR code of an address (with host) as SVG; always black on white, because readers need it. `label` says where it leads. */
export function QrCode({ address, label, size = 160 }: { address: string; label: string; size?: number }) {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const side = modules.size + 8
  const dots = Array.from(modules.data, (dark, i) =>
    dark ? `M${(i % modules.size) + 4} ${Math.floor(i / modules.size) + 4}h1v1h-1z` : '',
  ).join('')
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={dots} fill="#000" />
    </svg>
  )
}
