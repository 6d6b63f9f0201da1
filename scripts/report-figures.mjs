#!/usr/bin/env node
// Computes the figures of /meldungen/zahlen from the open data alone. Needs nothing but Node 20 or newer:
//
//   node report-figures.mjs https://town.example/meldungen.csv --from 2026-01 --to 2026-12
//   node report-figures.mjs meldungen.csv --category pothole,pavement --district altstadt --unit tiefbauamt --json
//
// With --json it prints what /meldungen/zahlen.json says under `figures`. It shares no line with the program on purpose.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    category: { type: 'string' },
    group: { type: 'string' },
    district: { type: 'string' },
    unit: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const [source] = positionals
if (!source) {
  console.error(
    'usage: node report-figures.mjs FILE_OR_URL [--from YYYY-MM] [--to YYYY-MM] [--category A,B] [--group G] [--district D] [--unit U] [--json]',
  )
  process.exit(2)
}
const wanted = (month) => month && (!options.from || month >= options.from) && (!options.to || month <= options.to)
const among = (list, value) => !list || list.split(',').includes(value)

/** Fields separated by semicolons, in quotes where they hold one (RFC 4180 apart from the separator). */
function* rowsIn(text) {
  let [row, field, quoted] = [[], '', false]
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c !== '"') field += c
      else if (text[i + 1] === '"') field += text[++i]
      else quoted = false
    } else if (c === '"') quoted = true
    else if (c === ';') row.push(field), (field = '')
    else if (c === '\n') {
      row.push(field)
      yield row
      ;[row, field] = [[], '']
    } else if (c !== '\r') field += c
  }
  if (field || row.length > 0) yield [...row, field]
}

const text = /^https?:/.test(source) ? await (await fetch(source)).text() : await readFile(source, 'utf8')
const rows = rowsIn(text)
const head = rows.next().value ?? []
const nothing = () => ({ n: {}, endedBy: {}, days: [] })
const total = nothing()
const parts = { byMonth: new Map(), byCategory: new Map(), byDistrict: new Map(), byUnit: new Map() }
const partOf = (name, code) => {
  if (!parts[name].has(code)) parts[name].set(code, nothing())
  return parts[name].get(code)
}

/** Adds one report to the total, to its month and to its category, district and unit. */
function count(report, month, unit, add) {
  if (!wanted(month) || !among(options.unit, unit)) return
  add(total)
  add(partOf('byMonth', month))
  add(partOf('byCategory', report.category))
  add(partOf('byDistrict', report.district))
  add(partOf('byUnit', unit))
}
const one = (name) => (part) => {
  part.n[name] = (part.n[name] ?? 0) + 1
}

for (const fields of rows) {
  const report = Object.fromEntries(head.map((name, i) => [name, fields[i] ?? '']))
  if (!among(options.category, report.category) || !among(options.group, report.category_group)) continue
  if (!among(options.district, report.district)) continue
  const [received, closed, firstDone] = [report.received, report.closed, report.first_done].map((time) => time.slice(0, 7))
  // A double counts as a double in the month in which it came, and nowhere else: the report that goes on stands for both.
  if (report.end_reason === 'duplicate') {
    count(report, received, report.unit, one('duplicates'))
    continue
  }
  count(report, received, report.unit, one('received'))
  if (!closed) count(report, received, report.unit, one('open'))
  if (closed && report.stage === 'done') {
    // From sending to the end without the time in which it was the reporter's turn; each begun day counts.
    const seconds = (Date.parse(report.closed) - Date.parse(report.received)) / 1000 - Number(report.stopped_seconds)
    const days = Math.max(1, Math.ceil(seconds / 86_400))
    count(report, closed, report.unit, (part) => {
      one('done')(part)
      part.days.push(days)
    })
  } else if (closed) {
    const reason = report.end_reason || 'unknown'
    count(report, closed, report.unit, (part) => {
      one('ended')(part)
      part.endedBy[reason] = (part.endedBy[reason] ?? 0) + 1
    })
  }
  if (report.promise_outcome === 'kept' || report.promise_outcome === 'broken') {
    const kind = report.promise_basis === 'target' ? 'targets' : 'promises'
    const name = kind + (report.promise_outcome === 'kept' ? 'Kept' : 'Broken')
    count(report, report.promise_due.slice(0, 7), report.promise_unit, one(name))
  }
  if (firstDone) {
    count(report, firstDone, report.unit, one('repaired'))
    if (Number(report.objections) > 0) count(report, firstDone, report.unit, one('objected'))
    if (Number(report.reopenings) > 0) count(report, firstDone, report.unit, one('reopened'))
  }
}

/** In percent with one decimal; null where there are fewer than `fewest`. */
const percent = (part, whole, fewest) => (whole < fewest ? null : Math.round((part / whole) * 1000) / 10)
/** The nearest rank: the day within which at least so many of a hundred were done. */
const within = (days, hundredths) => (days.length < 10 ? null : days.sort((a, b) => a - b)[Math.ceil((days.length * hundredths) / 100) - 1])

function figures({ n, endedBy, days }) {
  const of = (name) => n[name] ?? 0
  return {
    received: of('received'),
    open: of('open'),
    duplicates: of('duplicates'),
    done: of('done'),
    ended: of('ended'),
    endedBy: Object.fromEntries(Object.entries(endedBy).sort(([a], [b]) => (a < b ? -1 : 1))),
    daysHalf: within(days, 50),
    daysNineInTen: within(days, 90),
    promisesKept: of('promisesKept'),
    promisesBroken: of('promisesBroken'),
    promisesKeptPercent: percent(of('promisesKept'), of('promisesKept') + of('promisesBroken'), 10),
    targetsKept: of('targetsKept'),
    targetsBroken: of('targetsBroken'),
    targetsKeptPercent: percent(of('targetsKept'), of('targetsKept') + of('targetsBroken'), 20),
    repaired: of('repaired'),
    objected: of('objected'),
    objectedPercent: percent(of('objected'), of('repaired'), 10),
    reopened: of('reopened'),
    reopenedPercent: percent(of('reopened'), of('repaired'), 10),
  }
}
const listed = (part) =>
  [...part]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' || a < b ? -1 : 1))
    .map(([code, sums]) => ({ code: code || null, ...figures(sums) }))
const result = {
  period: { from: options.from ?? null, to: options.to ?? null },
  total: figures(total),
  ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, listed(part)])),
}

if (options.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
else
  for (const [name, part] of Object.entries(result)) {
    if (name === 'period') continue
    console.log(`\n${name}`)
    console.table(
      (Array.isArray(part) ? part : [{ code: 'all', ...part }]).map(({ code, endedBy, ...rest }) => ({ code: code ?? '(none)', ...rest })),
      [
        'code',
        'received',
        'open',
        'done',
        'ended',
        'daysHalf',
        'daysNineInTen',
        'promisesKeptPercent',
        'targetsKeptPercent',
        'objectedPercent',
        'reopenedPercent',
      ],
    )
    if (part.endedBy) console.log('ended by reason', part.endedBy)
  }
