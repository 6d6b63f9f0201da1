declare module 'exifr/dist/lite.esm.mjs' {
  export function parse(file: Blob, options: Record<string, boolean>): Promise<unknown>
}
