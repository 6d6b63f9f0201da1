import { Controller } from '@hotwired/stimulus'
import { device, type Entry, keepEntry, newKey, onDeviceChange, sendFromHere } from '#core/offline/browser/index.ts'
import { type AlongStop, isStale, type KeptAlong } from './along.rules.ts'
import { entryPath, numberOf } from './browser/entry.ts'
import { isAlong } from './browser/kept.ts'
import { cloned, fill, items, partOf, pictures } from './browser/parts.ts'

type Word = 'asOf' | 'due' | 'waits' | 'refused' | 'sent' | 'note' | 'noteOf' | 'saved' | 'photo'

/** Shows the tour that was taken along and what of it waits or was refused. Who is signed in sees the own tour alone. */
export default class extends Controller<HTMLElement> {
  static override targets = ['asOf', 'said', 'empty', 'refused', 'list', 'stop', 'step', 'problem']
  static override values = { base: String, key: String, texts: Object }
  declare readonly asOfTarget: HTMLElement
  declare readonly saidTarget: HTMLElement
  declare readonly emptyTarget: HTMLElement
  declare readonly refusedTarget: HTMLElement
  declare readonly listTarget: HTMLElement
  declare readonly stopTarget: HTMLTemplateElement
  declare readonly stepTargets: HTMLTemplateElement[]
  declare readonly problemTarget: HTMLTemplateElement
  declare readonly baseValue: string
  declare readonly keyValue: string
  declare readonly textsValue: Record<Word, string>
  private stop = () => {}
  private along: KeptAlong | undefined

  override connect() {
    this.stop = onDeviceChange(() => void this.changed())
    void this.show()
  }

  override disconnect() {
    this.stop()
  }

  /** The tour leaves the screen with the device: its owner signed out, or somebody else signed in. */
  private async changed() {
    const gone = this.along && (await device().own(this.baseValue, this.keyValue)) === undefined
    await (gone ? this.show() : this.showEntries())
  }

  private async show() {
    const kept = await device().own(this.baseValue, this.keyValue)
    const along = isAlong(kept) ? kept : undefined
    const stale = along !== undefined && isStale(along, Date.now())
    if (stale) await device().keepOwn(this.baseValue, this.keyValue, undefined)
    this.along = stale ? undefined : along
    this.emptyTarget.hidden = this.along !== undefined
    this.asOfTarget.textContent = this.along ? this.textsValue.asOf.replace('{time}', timeOf(this.along.asOf)) : ''
    this.listTarget.replaceChildren(...(this.along?.stops ?? []).map((stop) => this.stopOf(stop)))
    await this.showEntries()
    this.openAsked()
  }

  /** The page stands in for the page of one report: that one is open. */
  private openAsked() {
    const asked = location.pathname.split('/').at(-1)
    const details = this.listTarget.querySelector<HTMLDetailsElement>(`[data-number="${CSS.escape(asked ?? '')}"] details`)
    if (!details) return
    details.open = true
    details.scrollIntoView()
  }

  private stopOf(stop: AlongStop): HTMLElement {
    const item = cloned(this.stopTarget)
    item.dataset.number = stop.number
    fill(item, 'title', stop.title)
    fill(item, 'place', [stop.place, stop.placeNote].filter(Boolean).join(', '))
    fill(item, 'facts', [stop.number, stop.state, this.textsValue.due.replace('{day}', dayOf(stop.dueAt))].join(' · '))
    fill(item, 'text', stop.text)
    pictures(partOf(item, 'photos'), this.blobsOf(stop), this.textsValue.photo)
    items(
      partOf(item, 'notes'),
      stop.notes.map(({ text, at }) => `${text} (${dayOf(at)})`),
    )
    items(
      partOf(item, 'near'),
      stop.near.map(({ title, state, at }) => `${title} · ${state} · ${dayOf(at)}`),
    )
    partOf(item, 'notesBox').hidden = stop.notes.length === 0
    partOf(item, 'nearBox').hidden = stop.near.length === 0
    const answers = partOf(item, 'answers')
    answers.hidden = stop.answers.length === 0
    for (const { term, value } of stop.answers) {
      const [dt, dd] = [document.createElement('dt'), document.createElement('dd')]
      dt.textContent = term
      dd.textContent = value
      answers.append(dt, dd)
    }
    partOf(item, 'steps').replaceChildren(...this.formsOf(stop))
    return item
  }

  private blobsOf({ photos }: AlongStop): Blob[] {
    return photos.flatMap((path) => this.along?.pictures[path] ?? [])
  }

  private formsOf(stop: AlongStop): HTMLElement[] {
    return this.stepTargets.flatMap((template) => {
      const verb = template.dataset.verb ?? ''
      if (verb !== 'note' && !stop.steps.some((step) => step === verb)) return []
      const folded = cloned(template)
      for (const field of folded.querySelectorAll<HTMLElement>('[id]')) field.id = `${field.id}-${stop.number}`
      for (const name of ['for', 'aria-describedby'])
        for (const field of folded.querySelectorAll(`[${name}]`))
          field.setAttribute(
            name,
            (field.getAttribute(name) ?? '')
              .split(' ')
              .map((id) => `${id}-${stop.number}`)
              .join(' '),
          )
      const form = folded.querySelector('form')
      form?.setAttribute('data-outside-form-number-value', stop.number)
      form?.setAttribute('data-outside-form-proof-value', String(stop.needsProof))
      return [folded]
    })
  }

  private async showEntries() {
    const owner = await device().owner(this.baseValue)
    const mine = (await device().all(this.baseValue)).filter((entry) => entry.owner === owner && numberOf(entry.url))
    for (const item of this.listTarget.querySelectorAll<HTMLElement>('[data-number]')) {
      const about = mine.filter(({ url }) => numberOf(url) === item.dataset.number)
      fill(item, 'waits', about.map((entry) => this.standing(entry)).join(' · '))
    }
    const refused = mine.filter(({ state }) => state === 'refused')
    this.refusedTarget.hidden = refused.length === 0
    this.refusedTarget.replaceChildren(...(await Promise.all(refused.map((entry) => this.problemOf(entry)))))
  }

  private standing({ state, title }: Entry): string {
    const word = state === 'refused' ? 'refused' : state === 'sent' ? 'sent' : 'waits'
    return this.textsValue[word].replace('{what}', title.split(':')[0] ?? '')
  }

  private async problemOf(entry: Entry): Promise<HTMLElement> {
    const item = cloned(this.problemTarget)
    item.dataset.entry = entry.id
    fill(item, 'title', entry.title)
    fill(item, 'problem', entry.problem?.words)
    fill(item, 'text', wordsOf(entry))
    pictures(
      partOf(item, 'photos'),
      (await device().files(entry.id)).map(({ blob }) => blob),
      this.textsValue.photo,
    )
    partOf(item, 'asNote').hidden = entry.url.endsWith('/notiz')
    return item
  }

  /** What was refused as a step is told to the colleagues as a note, with its words and photos. */
  async asNote({ currentTarget }: Event) {
    const id = currentTarget instanceof Element ? currentTarget.closest<HTMLElement>('[data-entry]')?.dataset.entry : undefined
    const entry = id ? await device().get(id) : undefined
    const number = entry && numberOf(entry.url)
    if (!entry || !number || entry.state !== 'refused') return
    const about = this.textsValue.noteOf.replace('{what}', entry.title.split(':')[0] ?? '').replace('{time}', timeOf(entry.madeAt))
    const kept = await keepEntry({
      id: newKey(),
      base: this.baseValue,
      title: `${this.textsValue.note}: ${number}`,
      url: entryPath(number, 'notiz'),
      page: entryPath('ohne-netz'),
      fields: [['text', [about, wordsOf(entry)].filter(Boolean).join(' ')]],
      photos: (await device().files(entry.id)).map(({ field, name, blob, about }) => ({ field, name, blob, about })),
      keyField: 'key',
      ready: true,
    })
    if (kept !== 'kept') return
    await device().remove(entry.id)
    this.saidTarget.textContent = this.textsValue.saved
    await sendFromHere(this.baseValue, { force: true })
  }
}

const wordsOf = ({ fields }: Entry): string => fields.find(([name]) => name === 'text')?.[1] ?? ''
const timeOf = (at: number): string => new Date(at).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' })
const dayOf = (at: number): string => new Date(at).toLocaleDateString(document.documentElement.lang, { dateStyle: 'medium' })
