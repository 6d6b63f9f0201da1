import type { Photo } from '#design/content/picture.tsx'

const drawing = (inside: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" height="400">${inside}</svg>`)}`

const road =
  '<rect width="640" height="400" fill="#8f9aa5"/><rect width="640" height="90" fill="#c9c1b2"/><rect y="86" width="640" height="16" fill="#e8e3d8"/>'
const hole = '<ellipse cx="330" cy="255" rx="120" ry="58" fill="#5b6068"/><ellipse cx="322" cy="266" rx="95" ry="42" fill="#33363b"/>'
const patch = '<rect x="190" y="180" width="270" height="150" rx="10" fill="#6f7780"/>'

export const holeInTheRoad = (alt: string): Photo => ({ src: drawing(road + hole), alt, width: 640, height: 400 })
export const mendedRoad = (alt: string): Photo => ({ src: drawing(road + patch), alt, width: 640, height: 400 })
