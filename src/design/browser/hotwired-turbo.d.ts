/** The part of Turbo that we use; the package brings no types. */
declare module '@hotwired/turbo' {
  export const config: { drive: { progressBarDelay: number } }
  export function renderStreamMessage(message: string): void
  export function visit(address: string, options?: { action?: 'advance' | 'replace' }): void
}
