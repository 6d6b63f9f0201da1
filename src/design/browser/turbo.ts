import { config } from '@hotwired/turbo'

// Turbo's own bar brings a <style> element, which the content security policy refuses.
// Pages show progress by `html[aria-busy]` instead (styles/base.css).
config.drive.progressBarDelay = 2 ** 31 - 1

// A page that is refreshed while somebody reads it keeps open what was opened.
document.addEventListener('turbo:before-morph-attribute', (event) => {
  if (!(event.target instanceof HTMLDetailsElement)) return
  if (event instanceof CustomEvent && event.detail.attributeName === 'open') event.preventDefault()
})
