import { registerCaseTitle } from '../cases/case-title.ts'
import { titleFor } from './news/title.read.ts'

registerCaseTitle('application', titleFor)
