import { config } from '@hotwired/turbo'
import { hasUnsent } from './unsent.ts'

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

// Between asking for a refreshed page and showing it somebody may have begun to write: that form stays as it is. The version that
// it carries lets the server say so if the case has changed.
document.addEventListener('turbo:before-morph-element', (event) => {
  if (event.target instanceof HTMLFormElement && event.target !== answered && hasUnsent(event.target)) event.preventDefault()
})

// What was sent is no longer being written.
document.addEventListener('turbo:submit-end', (event) => {
  if (!(event instanceof CustomEvent) || !event.detail.success) return
  if (event.target instanceof HTMLFormElement && event.target.method === 'post') event.target.reset()
})
