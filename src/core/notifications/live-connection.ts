/** One connection of a page for everything on it that listens: browsers allow few at a time. */
export type Hearer = { topics: readonly string[]; url: string; since: string; hear: (name: string, data: string) => void }

const hearers = new Set<Hearer>()
let source: EventSource | undefined
let opened = ''
let lastId = ''
let again: ReturnType<typeof setTimeout> | undefined
let failures = 0

const names = ['message', 'bell'] as const

/** Listens until the returned function is called. */
export function listenTo(hearer: Hearer): () => void {
  hearers.add(hearer)
  soon(50)
  return () => {
    hearers.delete(hearer)
    soon(50)
  }
}

function soon(milliseconds: number): void {
  clearTimeout(again)
  again = setTimeout(connect, milliseconds)
}

/** Opens, keeps or closes the connection, whatever the page needs now. */
function connect(): void {
  const [first] = hearers
  const topics = [...new Set([...hearers].flatMap((hearer) => hearer.topics))].sort().join(' ')
  if (!first || document.hidden) {
    close()
    return
  }
  if (source && opened === topics && source.readyState !== EventSource.CLOSED) return
  close()
  opened = topics
  const address = new URL(first.url, document.baseURI)
  for (const topic of topics.split(' ')) address.searchParams.append('topic', topic)
  const since = [lastId, ...[...hearers].map((hearer) => hearer.since)].sort().at(-1)
  if (since) address.searchParams.set('seit', since)
  source = new EventSource(address)
  source.onopen = () => {
    failures = 0
  }
  source.onerror = () => {
    if (source?.readyState !== EventSource.CLOSED) return
    // Refused: full, or no longer allowed. Ask more and more seldom.
    failures += 1
    soon(Math.min(300_000, 5_000 * 2 ** failures) * (0.5 + Math.random()))
  }
  for (const name of names) source.addEventListener(name, (event) => tell(name, event))
}

function tell(name: string, event: MessageEvent<string>): void {
  if (event.lastEventId) lastId = event.lastEventId
  for (const hearer of hearers) hearer.hear(name, event.data)
}

function close(): void {
  source?.close()
  source = undefined
}

// A tab that nobody sees does not listen; seen again, it asks what happened since.
document.addEventListener('visibilitychange', () => soon(document.hidden ? 10_000 : 100))

/** The smallest id (UUIDv7) of a moment in milliseconds: what is newer came after it. */
export function idAt(milliseconds: number): string {
  const hex = milliseconds.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
