import type { ComponentChildren } from 'preact'
import { Form, type FormState, type IconName, Submit } from '#design/index.ts'

export type CaseFormProps = {
  /** The page of the case. */
  path: string
  version: number
  liste: string
  /** The last part of the form's address. */
  kind: string
  id: string
  state?: FormState | undefined
  submit: ComponentChildren
  danger?: boolean
  files?: boolean
  primary?: boolean
  /** Key that sends it, where nothing has to be filled in. */
  shortcut?: string | undefined
  icon?: IconName
  children?: ComponentChildren
}

/** A form about a case: knows the version it was made from, so that nobody overwrites what somebody else did meanwhile, and the way back. */
export const CaseForm = (props: CaseFormProps) => {
  const { path, version, liste, kind, id, state, submit, danger, files, primary = true, shortcut, icon, children } = props
  return (
    <Form action={`${path}/${kind}`} id={id} {...(state ? { state } : {})} {...(files ? { files } : {})} class="form desk-form">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="liste" value={liste} />
      {children}
      <div>
        <Submit
          kind={primary ? 'primary' : 'secondary'}
          {...(danger ? { danger } : {})}
          {...(icon ? { icon } : {})}
          {...(shortcut ? { data: { 'data-shortcut': shortcut } } : {})}
        >
          {submit}
        </Submit>
      </div>
    </Form>
  )
}
