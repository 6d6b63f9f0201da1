import { registerLetterTitle } from '../letters/letter/title.ts'
import { titleFor } from './news/title.read.ts'

registerLetterTitle('application', titleFor)
