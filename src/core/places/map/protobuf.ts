/** Writes the few parts of Protocol Buffers that a vector tile needs. */
export function protobuf() {
  const bytes: number[] = []

  function varint(value: number): void {
    let rest = value >>> 0
    while (rest > 0x7f) {
      bytes.push((rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    bytes.push(rest)
  }
  const field = (tag: number, wire: 0 | 2) => varint((tag << 3) | wire)

  return {
    bytes,
    number(tag: number, value: number) {
      field(tag, 0)
      varint(value)
    },
    message(tag: number, content: ArrayLike<number>) {
      field(tag, 2)
      varint(content.length)
      for (let i = 0; i < content.length; i++) bytes.push(content[i] ?? 0)
    },
    text(tag: number, value: string) {
      this.message(tag, new TextEncoder().encode(value))
    },
    packed(tag: number, values: readonly number[]) {
      const inner = protobuf()
      for (const value of values) inner.varint(value)
      this.message(tag, inner.bytes)
    },
    varint,
  }
}

/** Signed numbers so that small ones stay short: 0, −1, 1, −2 … become 0, 1, 2, 3 … */
export const zigzag = (value: number): number => (value << 1) ^ (value >> 31)
