import { letterTemplate } from './letter.typ.ts'

/** A letter as a part of a longer document: its pages are counted from one to its own end. */
const part = letterTemplate
  .replace('counter(page).final().first()', 'counter(page).at(label("end-" + str(nth))).first()')
  .replace('#block(height: 78.46mm', '#counter(page).update(1)\n#block(height: 78.46mm')

/** Letters one after the other, each as it is by itself and on pages of its own: what is printed for one day's post. */
export const dayTemplate = `#let letters = data.letters
#for (nth, data) in letters.enumerate() [
${part}
#metadata(none) #label("end-" + str(nth))
]
`
