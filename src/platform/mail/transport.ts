import { createTransport } from 'nodemailer'
import type { Delivery, Letter, Transport } from './mailing.ts'

/** Sends by SMTP, several mails over one connection. `url` is `smtp://user:password@host:port` or `smtps://…`. */
export function smtpTransport(url: string): Transport {
  const smtp = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxMessages: 200,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    deliver: (letter) => smtp.sendMail(messageOf(letter)).then((): Delivery => ({ outcome: 'sent' }), explained),
    close: () => smtp.close(),
  }
}

const messageOf = ({ from, to, subject, text, html, messageId, date, unsubscribeUrl }: Letter) => ({
  from,
  // As an object it is one address whatever signs it holds.
  to: { name: '', address: to },
  subject,
  text,
  html,
  messageId,
  date,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(unsubscribeUrl ? { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  },
})

/** A 5xx answer about this mail or its reader is final, a 4xx about it may pass (full, grey list); everything else is the server's trouble. */
function explained(thrown: unknown): Delivery {
  const { code = 'ERROR', responseCode } = thrown as { code?: string; responseCode?: number }
  const aboutThisMail = ['EENVELOPE', 'EMESSAGE'].includes(code)
  const outcome = !aboutThisMail ? 'down' : (responseCode ?? 550) >= 500 ? 'refused' : 'passing'
  return { outcome, code: responseCode ? `${code} ${responseCode}` : code }
}
