import { config } from '@hotwired/turbo'
import { hasUnsent, isChanged } from './unsent.ts'

// Turbo's own bar brings a <style> element, which the content security policy refuses.
// Pages show progress by `html[aria-busy]` instead (styles/base.css).
config.drive.progressBarDelay = 2 ** 31 - 1

// A page that is refreshed while somebody reads it keeps open what was opened.
document.addEventListener('turbo:before-morph-attribute', (event) => {
  if (!(event.target instanceof HTMLDetailsElement)) return
  if (event instanceof CustomEvent && event.detail.attributeName === 'open') event.preventDefault()
})

// The form whose answer is awaited or seen, until somebody writes in it again. An answer at the same address is shown like a
// refreshed page, and what it says about mistakes stands in this form.
let answered: HTMLFormElement | null = null
document.addEventListener('turbo:submit-start', ({ target }) => {
  if (target instanceof HTMLFormElement && target.method === 'post') answered = target
})
document.addEventListener('input', ({ target }) => {
  if (target instanceof Element && target.closest('form') === answered) answered = null
})

// A visit breaks off a form that is on its way, and its answer would never be seen. A page that has changed meanwhile can wait: what
// the answer brings is newer.
let onItsWay: EventTarget | null = null
document.addEventListener('turbo:submit-start', ({ target }) => {
  onItsWay = target
})
for (const arrived of ['turbo:before-fetch-response', 'turbo:submit-end'])
  document.addEventListener(arrived, ({ target }) => {
    if (target === onItsWay) onItsWay = null
  })
document.addEventListener('turbo:before-visit', (event) => {
  if (onItsWay && event instanceof CustomEvent && event.detail.url === location.href) event.preventDefault()
})

// Between asking for a refreshed page and showing it somebody may have begun to write: that form stays as it is. The version that
// it carries lets the server say so if the case has changed.
document.addEventListener('turbo:before-morph-element', (event) => {
  if (event.target instanceof HTMLFormElement && event.target !== answered && hasUnsent(event.target)) event.preventDefault()
})

// The boxes in the rows of a table belong to a form beside it. The rows are shown as they are now, and what was ticked stays ticked.
document.addEventListener('turbo:before-morph-element', (event) => {
  if (!(event instanceof CustomEvent && event.target instanceof HTMLInputElement)) return
  const { target: box, detail } = event
  if (box.form && !box.form.contains(box) && isChanged(box) && detail.newElement?.id === box.id) event.preventDefault()
})

// What was sent is no longer being written.
document.addEventListener('turbo:submit-end', (event) => {
  if (!(event instanceof CustomEvent) || !event.detail.success) return
  if (event.target instanceof HTMLFormElement && event.target.method === 'post') event.target.reset()
})
