import { isSigned, sign } from '#platform/keys.ts'

const short = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

function long(text: string): string | undefined {
  const hex = Buffer.from(text, 'base64url').toString('hex')
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : undefined
}

const claim = (townId: string, id: string) => `${townId} ${id}`

/** The address of a task: signed, so that the desk can show it again. It ends with the task. */
export const taskPath = (townId: string, id: string): string => `/auftrag/${short(id)}.${sign('contractor-link', claim(townId, id))}`

/** The task that a link is for; undefined for one that was not made here. */
export function taskIdOf(townId: string, link: string): string | undefined {
  const [name = '', signature = ''] = link.split('.')
  const id = long(name)
  return id && isSigned('contractor-link', claim(townId, id), signature) ? id : undefined
}
