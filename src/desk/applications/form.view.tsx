import type { FormState } from '#design/index.ts'
import { CaseForm, type CaseFormProps } from '../case/index.ts'
import type { ApplicationSheet } from './application.read.ts'
import type { FormKind } from './attempt.ts'
import { PATH } from './list-query.rules.ts'

export type SheetForm = { sheet: ApplicationSheet; id: string; state?: FormState | undefined }

type Props = Omit<CaseFormProps, 'path' | 'version' | 'liste' | 'kind'> & { sheet: ApplicationSheet; kind: FormKind }

/** A form about this application. */
export const ApplicationForm = ({ sheet: { application, liste }, ...form }: Props) => (
  <CaseForm path={`${PATH}/${application.case.number}`} version={application.case.version} liste={liste} {...form} />
)
