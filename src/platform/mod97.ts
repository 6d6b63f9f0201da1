/** What is left of a text of digits and letters (A = 10 … Z = 35) divided by 97: check digits by ISO 7064 MOD 97-10. */
export function mod97(text: string): number {
  let rest = 0
  for (const sign of text) {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}
