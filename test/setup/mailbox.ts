import { Client } from 'pg'
import type { Program } from './program.ts'

export type ReadMail = {
  kind: string
  subject: string
  text: string /** Six digits. */
  code: string /** Path of the button. */
  link: string
}

/** Runs the jobs that wait, then the mails to this address, oldest first. */
export async function mailsTo(program: Program, address: string): Promise<ReadMail[]> {
  await program.work()
  const client = new Client({ connectionString: program.adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ kind: string; subject: string; text: string }>(
      'SELECT kind, subject, text FROM core.mail WHERE to_address = $1 ORDER BY created_at, id',
      [address],
    )
    return rows.map((mail) => ({
      ...mail,
      code: (/^ {4}(\d{3} \d{3})$/m.exec(mail.text)?.[1] ?? '').replace(' ', ''),
      link: /^https?:\/\/[^/\s]+(\/\S*\?\S+)$/m.exec(mail.text)?.[1] ?? '',
    }))
  } finally {
    await client.end()
  }
}

export async function lastMailTo(program: Program, address: string): Promise<ReadMail> {
  const mail = (await mailsTo(program, address)).at(-1)
  if (!mail) throw new Error(`no mail to ${address}`)
  return mail
}
