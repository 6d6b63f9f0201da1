// `npm run build`: builds unless the last build is from the same sources.
import { buildIfStale } from './build-if-stale.ts'

buildIfStale()
