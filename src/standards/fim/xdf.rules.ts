/** What a file of data fields says (XDatenfelder 2 and 3), as far as a form can use it. */
export type XdfDocument = Described & { version: 2 | 3; children: readonly XdfChild[] }

type Described = {
  /** Id and version, as `F60000227V1.1`. */
  ref: string
  name: string
  label: string
  help: string
  /** Norms that it rests on. */
  basis: readonly string[]
  rules: readonly XdfRule[]
  line: number
  column: number
}
export type XdfRule = { ref: string; name: string; text: string }

/** How often a field or group is asked; `max` may be endless. */
export type XdfChild = { min: number; max: number; basis: readonly string[]; element: XdfField | XdfGroup }
export type XdfGroup = Described & { kind: 'group'; children: readonly XdfChild[] }
export type XdfField = Described & {
  kind: 'field'
  input: (typeof inputs)[number]
  type: (typeof dataTypes)[number]
  limits: Limits
  /** The words of a label. */
  content: string
  codes: readonly { code: string; name: string; help: string }[]
  /** Where the codes are kept that the file does not bring. */
  codeList: string | undefined
  prefilled: boolean
}
export type Limits = {
  minLength?: string | undefined
  maxLength?: string | undefined
  minValue?: string | undefined
  maxValue?: string | undefined
  pattern?: string | undefined
  /** What could not be read. */
  rest?: string | undefined
}

export const inputs = ['input', 'select', 'label', 'hidden', 'locked'] as const
export const dataTypes = [
  'text',
  'text_latin',
  'date',
  'time',
  'datetime',
  'bool',
  'num',
  'num_int',
  'num_currency',
  'file',
  'obj',
] as const

/** Why a file is refused, and where. `node` is the element; the text is `fim.fault.CODE`. */
export type XdfFault = { code: string; line: number; column: number; node: string; value?: string | undefined }

export const namespaces: Readonly<Record<string, 2 | 3>> = {
  'urn:xoev-de:fim:standard:xdatenfelder_2': 2,
  'urn:xoev-de:fim:standard:xdatenfelder_3.0.0': 3,
}

const shared = [
  'identifikation',
  'name',
  'bezeichnungEingabe',
  'bezeichnungAusgabe',
  'beschreibung',
  'definition',
  'gueltigAb',
  'gueltigBis',
  'fachlicherErsteller',
  'versionshinweis',
  'veroeffentlichungsdatum',
  'bezug*',
]
const second = [...shared, 'status', 'freigabedatum']
const third = [...shared, 'freigabestatus', 'statusGesetztAm', 'statusGesetztDurch', 'letzteAenderung', 'stichwort*', 'relation*']
const derived = ['ableitungsmodifikationenStruktur', 'ableitungsmodifikationenRepraesentation', 'hilfetext', 'regel*', 'struktur*']
const part = ['schemaelementart', 'hilfetextEingabe', 'hilfetextAusgabe', 'regel*']
const field = [...part, 'feldart', 'datentyp', 'praezisierung', 'inhalt', 'codelisteReferenz']

/** Which elements may stand in which; a star means more than once. What is not listed here is passed over with all that is in it. */
export const allowed: Readonly<Record<2 | 3, Readonly<Record<string, readonly string[]>>>> = {
  2: {
    'xdatenfelder.stammdatenschema.0102': ['header', 'stammdatenschema'],
    header: ['nachrichtID', 'erstellungszeitpunkt', 'referenzID'],
    identifikation: ['id', 'version'],
    stammdatenschema: [...second, ...derived],
    datenfeldgruppe: [...second, ...part, 'struktur*'],
    datenfeld: [...second, ...field],
    regel: [...second, 'script'],
    struktur: ['anzahl', 'bezug', 'enthaelt'],
    enthaelt: ['datenfeld', 'datenfeldgruppe'],
  },
  3: {
    'xdatenfelder.stammdatenschema.0102': ['header', 'stammdatenschema'],
    'xdatenfelder.datenfeldgruppe.0103': ['header', 'datenfeldgruppe'],
    header: ['nachrichtID', 'erstellungszeitpunkt', 'referenzID'],
    identifikation: ['id', 'version'],
    stammdatenschema: [...third, ...derived, 'bezeichnung', 'dokumentsteckbrief'],
    datenfeldgruppe: [...third, ...part, 'art', 'struktur*'],
    datenfeld: [...third, ...field, 'vorbefuellung', 'werte', 'codeKey', 'nameKey', 'helpKey', 'maxSize', 'mediaType*'],
    regel: [...third, 'freitextRegel', 'typ', 'skript', 'param*', 'ziel*', 'fehler*'],
    struktur: ['anzahl', 'bezug*', 'enthaelt'],
    enthaelt: ['datenfeld', 'datenfeldgruppe'],
    werte: ['wert*'],
    wert: ['code', 'name', 'hilfe'],
  },
}
