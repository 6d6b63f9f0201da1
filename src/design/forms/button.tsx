import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '#design/icons.tsx'
import { href } from '#platform/view.ts'

type Look = {
  kind?: 'primary' | 'secondary' | 'tertiary'
  /** For what cannot be taken back. */
  danger?: boolean
  icon?: IconName
  /** Small buttons for dense lists; still 44 px to touch. */
  small?: boolean
  /** As wide as its place. */
  block?: boolean
  children: ComponentChildren
}

const classes = ({ kind = 'secondary', danger, small, block }: Look) =>
  ['kern-btn', `kern-btn--${kind}`, danger ? 'btn--danger' : '', small ? 'btn--small' : '', block ? 'kern-btn--block' : '']
    .filter(Boolean)
    .join(' ')

const Face = ({ icon, children }: Look) => (
  <>
    {icon ? <Icon name={icon} /> : null}
    <span class="kern-label">{children}</span>
  </>
)

export type ButtonProps = Look & {
  type?: 'button' | 'submit'
  name?: string
  value?: string
  /** Id of the form it belongs to, when it stands outside. */
  form?: string
  disabled?: boolean
  /** Another address than the form's own. */
  formAction?: string
  data?: Record<`data-${string}`, string>
}

export const Button = (props: ButtonProps) => (
  <button
    class={classes(props)}
    type={props.type ?? 'button'}
    name={props.name}
    value={props.value}
    form={props.form}
    disabled={props.disabled}
    formAction={props.formAction === undefined ? undefined : href(props.formAction)}
    {...props.data}
  >
    <Face {...props} />
  </button>
)

/** Sends the form; one per form is primary. */
export const Submit = (props: Omit<ButtonProps, 'type'>) => <Button {...props} kind={props.kind ?? 'primary'} type="submit" />

/** Leads somewhere, looks like a button. */
export const ButtonLink = (props: Look & { href: string; download?: boolean; rel?: string; data?: Record<`data-${string}`, string> }) => (
  <a class={classes(props)} href={href(props.href)} download={props.download} rel={props.rel} {...props.data}>
    <Face {...props} />
  </a>
)

/** Buttons beside each other, below each other on a phone. */
export const ButtonRow = ({ children }: { children: ComponentChildren }) => <div class="kern-btn-wrapper button-row">{children}</div>
