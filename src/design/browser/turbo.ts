import { config } from '@hotwired/turbo'

// Turbo's own bar brings a <style> element, which the content security policy refuses.
// Pages show progress by `html[aria-busy]` instead (styles/base.css).
config.drive.progressBarDelay = 2 ** 31 - 1
