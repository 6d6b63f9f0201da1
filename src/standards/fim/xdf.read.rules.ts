import { readXml, type XmlElement } from '#platform/read-xml.ts'
import {
  allowed,
  dataTypes,
  inputs,
  type Limits,
  namespaces,
  type XdfChild,
  type XdfDocument,
  type XdfFault,
  type XdfField,
  type XdfGroup,
  type XdfRule,
} from './xdf.rules.ts'

class Refused extends Error {
  readonly fault: XdfFault
  constructor(fault: XdfFault) {
    super(fault.code)
    this.fault = fault
  }
}

function refuse(code: string, { name, line, column }: XmlElement, value?: string): never {
  throw new Refused({ code, line, column, node: name, value })
}

/** Reads a file of either version, or says what is wrong with it and where. */
export function readXdf(bytes: Uint8Array): { ok: true; document: XdfDocument } | { ok: false; fault: XdfFault } {
  const xml = readXml(bytes)
  if (!xml.ok) return { ok: false, fault: { ...xml.fault, node: '' } }
  try {
    return { ok: true, document: readMessage(xml.root) }
  } catch (problem) {
    if (problem instanceof Refused) return { ok: false, fault: problem.fault }
    throw problem
  }
}

type Version = 2 | 3

function readMessage(root: XmlElement): XdfDocument {
  const version = Object.hasOwn(namespaces, root.namespace) ? namespaces[root.namespace]! : refuse('unknownNamespace', root, root.namespace)
  if (!root.name.startsWith('xdatenfelder.') || !Object.hasOwn(allowed[version], root.name)) refuse('unexpectedElement', root)
  checkElements(root, version)
  required(required(root, 'header'), 'nachrichtID', true)
  const top = one(root, 'stammdatenschema') ?? required(root, 'datenfeldgruppe')
  const { name, label, ...described } = readDescribed(top, version)
  const title = textOf(top, 'bezeichnung') || label
  return { version, ...described, name, label: title, help: described.help || textOf(top, 'hilfetext'), children: childrenOf(top, version) }
}

/** Every element stands where it may, and what may be said once is said once; an empty element says nothing. */
function checkElements(element: XmlElement, version: Version): void {
  const list = Object.hasOwn(allowed[version], element.name) ? allowed[version][element.name]! : undefined
  if (!list) return
  const said = new Set<string>()
  for (const child of element.children) {
    const many = list.includes(`${child.name}*`)
    const isOurs = child.namespace === element.namespace || (child.namespace === '' && child.name === 'code')
    if (!isOurs || !(many || list.includes(child.name))) refuse('unexpectedElement', child)
    if (!many && said.has(child.name)) refuse('doubled', child)
    if (child.text.trim() !== '' || child.children.length > 0) said.add(child.name)
    checkElements(child, version)
  }
}

/** The one that says something, if there are an empty one and another. */
const one = (element: XmlElement, name: string): XmlElement | undefined => {
  const found = element.children.filter((child) => child.name === name)
  return found.find(({ text, children }) => text.trim() !== '' || children.length > 0) ?? found[0]
}
const many = (element: XmlElement, name: string) => element.children.filter((child) => child.name === name)

function required(element: XmlElement, name: string, withText = false): XmlElement {
  const found = one(element, name) ?? refuse('missing', element, name)
  return withText && found.text.trim() === '' ? refuse('empty', found) : found
}

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()
const textOf = (element: XmlElement, name: string): string => clean(one(element, name)?.text ?? '')
const codeOf = (element: XmlElement, name: string): string | undefined => {
  const found = one(element, name)
  return found && textOf(found, 'code')
}
const basisOf = (element: XmlElement) =>
  many(element, 'bezug')
    .map(({ text }) => clean(text))
    .filter(Boolean)

function refOf(element: XmlElement): string {
  const identification = required(element, 'identifikation')
  const version = textOf(identification, 'version')
  return clean(required(identification, 'id', true).text) + (version && `V${version}`)
}

function readDescribed(element: XmlElement, version: Version) {
  const ref = refOf(element)
  const name = clean(required(element, 'name', true).text)
  checkStatus(element, version)
  return {
    ref,
    name,
    label: textOf(element, 'bezeichnungEingabe') || name,
    help: textOf(element, 'hilfetextEingabe'),
    basis: basisOf(element),
    rules: many(element, 'regel').map((rule) => readRule(rule)),
    line: element.line,
    column: element.column,
  }
}

function checkStatus(element: XmlElement, version: Version): void {
  const status = one(element, version === 2 ? 'status' : 'freigabestatus')
  if (!status) return
  const code = textOf(status, 'code')
  const known = version === 2 ? ['inVorbereitung', 'aktiv', 'inaktiv'] : ['1', '2', '3', '4', '5', '6', '7', '8']
  if (!known.includes(code)) refuse('badStatus', one(status, 'code') ?? status, code)
}

function readRule(rule: XmlElement): XdfRule {
  const texts = ['freitextRegel', 'definition', 'beschreibung', 'script', 'skript'].map((name) => textOf(rule, name)).filter(Boolean)
  const name = clean(required(rule, 'name', true).text)
  return { ref: refOf(rule), name, text: [name, ...new Set(texts)].join('\n').slice(0, 5_000) }
}

const childrenOf = (element: XmlElement, version: Version): XdfChild[] =>
  many(element, 'struktur').map((structure) => {
    const inside = required(structure, 'enthaelt')
    const group = one(inside, 'datenfeldgruppe')
    const field = one(inside, 'datenfeld')
    if (!group && !field) refuse('missing', inside, 'datenfeld')
    if (group && field) refuse('doubled', field)
    return {
      ...countOf(required(structure, 'anzahl', true)),
      basis: basisOf(structure),
      element: group ? readGroup(group, version) : readField(field!, version),
    }
  })

function countOf(element: XmlElement): { min: number; max: number } {
  const found = /^(\d{1,6}):(\d{1,6}|\*)$/.exec(element.text.trim())
  const [min, max] = [Number(found?.[1]), found?.[2] === '*' ? Number.POSITIVE_INFINITY : Number(found?.[2])]
  return found && max >= min && max > 0 ? { min, max } : refuse('badCount', element, element.text.trim())
}

const readGroup = (element: XmlElement, version: Version): XdfGroup => ({
  kind: 'group',
  ...readDescribed(element, version),
  children: childrenOf(element, version),
})

function known<T extends string>(element: XmlElement, name: string, words: readonly T[]): T {
  const code = textOf(required(element, name), 'code')
  return words.find((word) => word === code) ?? refuse('badCode', required(element, name), code)
}

function readField(element: XmlElement, version: Version): XdfField {
  const list = one(element, 'codelisteReferenz')
  return {
    kind: 'field',
    ...readDescribed(element, version),
    input: known(element, 'feldart', version === 2 ? inputs.slice(0, 3) : inputs),
    type: known(element, 'datentyp', dataTypes),
    limits: readLimits(one(element, 'praezisierung'), version),
    content: textOf(element, 'inhalt'),
    codes: many(one(element, 'werte') ?? element, 'wert').map((value) => ({
      code: clean(required(value, 'code', true).text),
      name: clean(required(value, 'name', true).text),
      help: textOf(value, 'hilfe'),
    })),
    codeList: list && deepText(list, 'canonicalVersionUri', 'canonicalIdentification', 'canonicalUri', 'id'),
    prefilled: (codeOf(element, 'vorbefuellung') ?? 'keine') !== 'keine',
  }
}

/** The first of some elements that says something, however deep it stands. */
function deepText(element: XmlElement, ...names: string[]): string | undefined {
  for (const name of names) {
    const waiting = [element]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (next.name === name && clean(next.text)) return clean(next.text)
      waiting.push(...next.children)
    }
  }
  return undefined
}

/** Version 3 has attributes; version 2 one text, by custom an object of JSON. */
function readLimits(element: XmlElement | undefined, version: Version): Limits {
  if (!element) return {}
  const text = clean(element.text)
  const from = version === 3 ? Object.fromEntries(element.attributes) : objectFrom(text)
  const limit = (name: string) => {
    const value = from?.[name]
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
  }
  return {
    minLength: limit('minLength'),
    maxLength: limit('maxLength'),
    minValue: limit('minValue'),
    maxValue: limit('maxValue'),
    pattern: limit('pattern'),
    rest: text && (version === 3 || !from) ? text : undefined,
  }
}

function objectFrom(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
