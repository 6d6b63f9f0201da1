// `npm start`: builds what is missing and runs the program in this process, so that Ctrl-C reaches it directly.
import { buildIfStale } from './build-if-stale.ts'

process.stdout.write('Stadtplatz is starting …\n')
buildIfStale()
const program = '../dist/server/main.js'
await import(program)
