/**
 * The shape of every letter: DIN 5008 form B on A4 (letterhead 45 mm, address field 85 × 45 mm at 20/45 mm, information block at
 * 125/50 mm, subject from 98.5 mm, folds at 105 and 210 mm, punch mark at 148.5 mm). All words come in `data` (sheet.rules.ts) and
 * are shown as they are. What stands in header, footer and background is decoration for those who read aloud.
 */
export const letterTemplate = String.raw`
#let grey = luma(80)
#let rule = 0.5pt + luma(120)
// A word without end is broken all the same, instead of running into what stands beside it.
#let breakable(words) = words.replace(regex("\\S{40}"), found => found.text + "\u{200b}")
#let lines(words) = breakable(words).split("\n").join(linebreak())
#let mark(y, length) = place(top + left, dx: 0mm, dy: y, line(start: (4mm, 0mm), length: length, stroke: 0.4pt + luma(110)))
#let footing = context {
  let here = counter(page).get().first()
  set text(7.5pt, fill: grey)
  if here == 1 and data.footer.len() > 0 {
    line(length: 100%, stroke: rule)
    v(-0.4em)
    grid(columns: (1fr,) * data.footer.len(), column-gutter: 6mm, ..data.footer.map(column => par(leading: 0.45em, column.join(linebreak()))))
  }
  v(1fr)
  align(right, text(8pt, data.pageWords.replace("{page}", str(here)).replace("{pages}", str(counter(page).final().first()))))
}

#set page(
  paper: "a4",
  margin: (left: 25mm, right: 20mm, top: 20mm, bottom: 36mm),
  footer-descent: 4mm,
  footer: block(height: 25mm, width: 100%, footing),
  background: {
    context if counter(page).get().first() == 1 { mark(105mm, 4mm); mark(148.5mm, 6mm); mark(210mm, 4mm) }
    if data.watermark != "" { place(center + horizon, rotate(-55deg, text(92pt, weight: "bold", fill: luma(235), data.watermark))) }
  },
)
#set text(10pt)
#set par(leading: 0.62em, spacing: 1.15em, justify: false)
#set heading(bookmarked: true)
#show heading: it => block(above: 1.7em, below: 0.9em, sticky: true, text(10.5pt, weight: "bold", it.body))
#show heading.where(level: 1): it => block(above: 0em, below: 2em, text(11pt, weight: "bold", it.body))
#set list(indent: 3mm, spacing: 0.75em, marker: [•])
#set table(inset: (x: 2mm, y: 1.6mm), stroke: (x, y) => (bottom: rule))
#show table.cell: set text(hyphenate: true)
#show table.cell.where(y: 0): set text(weight: "bold")

#block(height: 78.46mm, width: 100%, {
  place(top + left, dx: 0mm, dy: -6mm, block(width: 165mm, height: 28mm, {
    grid(
      columns: if data.sender.at("arms", default: none) != none { (17mm, 1fr) } else { (1fr,) },
      column-gutter: 4mm,
      ..if data.sender.at("arms", default: none) != none {
        (image(bytes(data.sender.arms.svg), format: "svg", alt: data.sender.arms.alt, height: 18mm),)
      },
      {
        par(text(15pt, weight: "bold", data.sender.name))
        if data.sender.lines.len() > 0 { par(text(9pt, fill: grey, data.sender.lines.join(linebreak()))) }
      },
    )
  }))
  place(top + left, dx: -5mm, dy: 25mm, block(width: 85mm, height: 45mm, inset: (left: 5mm), {
    block(height: 5mm, width: 100%, spacing: 0mm, align(bottom, text(6.5pt, fill: grey, data.returnLine)))
    block(height: 12.7mm, width: 100%, spacing: 0mm, inset: (bottom: 1.6mm), align(bottom, if data.remarks.len() > 0 { text(9pt, data.remarks.join(linebreak())) }))
    block(height: 27.3mm, width: 100%, spacing: 0mm, par(leading: 0.5em, data.address.join(linebreak())))
  }))
  place(top + left, dx: 100mm, dy: 30mm, block(width: 65mm, {
    set text(8.5pt)
    set par(leading: 0.45em)
    grid(
      columns: (auto, 1fr),
      column-gutter: 3mm,
      row-gutter: 1.5mm,
      ..data.info.map(one => (text(fill: grey, one.label), one.value)).flatten(),
    )
  }))
})

= #data.subject

#if data.salutation != "" { par(data.salutation) }
#for one in data.blocks {
  if one.kind == "paragraph" { par(lines(one.text)) }
  else if one.kind == "heading" { heading(level: 2, one.text) }
  else if one.kind == "list" { list(..one.items.map(lines)) }
  else if one.kind == "table" {
    let side(column) = if one.numbers.contains(column) { right } else { left }
    let last = one.rows.len() - 1
    block(above: 1.4em, below: 1.4em, table(
      columns: one.head.enumerate().map(((column, _)) => if one.numbers.contains(column) { auto } else { 1fr }),
      align: (column, _) => side(column),
      table.header(..one.head),
      ..one.rows.enumerate().map(((row, cells)) => cells.map(cell => {
        if one.strong and row == last { strong(lines(cell)) } else { lines(cell) }
      })).flatten(),
    ))
  }
  else if one.kind == "code" {
    block(above: 1.4em, below: 1.4em, breakable: false, grid(
      columns: (34mm, 1fr),
      column-gutter: 6mm,
      align: horizon,
      image(bytes(one.code.svg), format: "svg", alt: one.code.alt, width: 34mm),
      par(lines(one.text)),
    ))
  }
}

#if data.closing != "" { block(above: 1.8em, below: 1.2em, sticky: true, par(data.closing)) }
#if data.signatures.len() > 0 {
  block(breakable: false, grid(
    columns: (1fr, 1fr),
    column-gutter: 8mm,
    row-gutter: 6mm,
    ..data.signatures.map(one => block({
      par(strong(one.name))
      if one.role != "" { v(-0.7em); par(one.role) }
    })),
  ))
}
#if data.endnotes.len() > 0 {
  set text(8.5pt)
  for one in data.endnotes { block(above: 1.4em, par(lines(one))) }
}
`
