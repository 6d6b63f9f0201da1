import '@hotwired/turbo'
import { start } from './start.ts'
import './turbo.ts'

start(import.meta.glob('../../**/*.browser.ts'))
