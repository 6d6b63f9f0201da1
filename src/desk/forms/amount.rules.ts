/** "1.234,50" or "12.5" as a number, money in cents; undefined where it is none. */
export function amountFrom(text: string, isMoney: boolean): number | undefined {
  const plain = text.replace(/[\s€]/g, '')
  const number = plain.includes(',') ? plain.replaceAll('.', '').replace(',', '.') : plain
  if (!/^-?\d{1,10}(\.\d{1,6})?$/.test(number)) return undefined
  return isMoney ? Math.round(Number(number) * 100) : Number(number)
}

/** The same as it is typed. */
export const amountText = (amount: number | undefined, isMoney: boolean): string =>
  amount === undefined ? '' : (isMoney ? (amount / 100).toFixed(2) : String(amount)).replace('.', ',')
