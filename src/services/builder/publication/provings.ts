import { formProving } from '../../applications/form.verbs.ts'
import type { DefinitionKind } from '../../definitions/definition.rules.ts'
import type { Proving } from '../../definitions/definition.verbs.ts'
import { workflowProving } from '../../workflows/workflow.verbs.ts'

/** How each kind is read and proven. */
export const provings: Readonly<Record<DefinitionKind, Proving>> = { form: formProving, workflow: workflowProving }
