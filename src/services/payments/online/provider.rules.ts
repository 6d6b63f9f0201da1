/** How a payment stands with a provider: `open` may still become either. `unknown`: it has no such payment, as under another account's key. */
export type OnlineState = 'open' | 'paid' | 'failed' | 'unknown'

export type Asked = {
  /** The same key has one effect at the provider. */
  key: string
  cents: number
  /** What for; stands on the payer's statement. */
  words: string
  /** Where the payer comes back to. */
  returnTo: string
  /** Where the provider says that something changed. */
  tellAt: string
  locale: 'de' | 'en'
}
export type Begun = { providerId: string; payAt: string }

/** Somebody who takes money online for a town. Throws `ProviderTrouble` where no answer came that says something. */
export type Provider = {
  begin(asked: Asked): Promise<Begun>
  look(providerId: string): Promise<{ state: OnlineState; cents: number }>
}

export class ProviderTrouble extends Error {}
