import { xml } from '#platform/xml.ts'

type Told = {
  cents: number
  words?: string
  payer?: string
  on?: string
  ref?: string
  status?: string
  currency?: string
  end?: string
  /** Words of further transactions in the same entry, none with an amount of its own. */
  others?: readonly string[]
}

const amount = (cents: number) => (Math.abs(cents) / 100).toFixed(2)

/** A statement as banks send it; since version 08 names stand a level deeper and the status has a code. */
export function statementFile(bookings: readonly Told[], { iban = 'DE89370400440532013000', version = '08' } = {}): Uint8Array {
  const old = version === '02'
  const entry = ({
    cents,
    words = '',
    payer = 'Ada Lovelace',
    on = '2026-05-06',
    ref = '',
    status = 'BOOK',
    currency = 'EUR',
    end,
    others = [],
  }: Told) => {
    const name = `<Nm>${xml(payer)}</Nm>`
    const role = cents < 0 ? 'Cdtr' : 'Dbtr'
    return `<Ntry><Amt Ccy="${currency}">${amount(cents)}</Amt><CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>
      <Sts>${old ? status : `<Cd>${status}</Cd>`}</Sts><BookgDt><Dt>${on}</Dt></BookgDt><AcctSvcrRef>${ref}</AcctSvcrRef>
      <NtryDtls><TxDtls><Refs><EndToEndId>${xml(end ?? 'NOTPROVIDED')}</EndToEndId></Refs>
      <RltdPties><${role}>${old ? name : `<Pty>${name}</Pty>`}</${role}></RltdPties>
      <RmtInf><Ustrd>${xml(words)}</Ustrd></RmtInf></TxDtls>${others.map(other).join('')}</NtryDtls></Ntry>`
  }
  const other = (words: string) => `<TxDtls><RmtInf><Ustrd>${xml(words)}</Ustrd></RmtInf></TxDtls>`
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
      <GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${bookings.map(entry).join('')}</Stmt></BkToCstmrStmt></Document>`,
  )
}
