import { type Ctx, system } from '#platform/context.ts'
import { letterHead } from '../letters/index.ts'
import { takeStatement } from './statement.verbs.ts'

/** Transfers of which the bank's file says too little, as they come every week. */
const bookings = [
  { euros: '30.00', payer: 'Ngoc Anh Pham', words: 'Gebuehr Gewerbe' },
  { euros: '15.00', payer: 'Renate Kühlewind', words: 'Hundesteuer 2. Rate' },
]

const entry = ({ euros, payer, words }: (typeof bookings)[number], day: string, nth: number) =>
  `<Ntry><Amt Ccy="EUR">${euros}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>DEMO${nth}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${payer}</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>${words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`

/** A statement of the demo's account, taken in as a cashier would. */
export async function seedPayments(ctx: Ctx): Promise<void> {
  const { iban } = await letterHead(ctx)
  if (!iban) return
  const day = new Date(ctx.now().getTime() - 3 * 86_400_000).toISOString().slice(0, 10)
  const file = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>${iban.replace(/\s/g, '')}</IBAN></Id></Acct>${bookings
    .map((booking, nth) => entry(booking, day, nth))
    .join('')}</Stmt></BkToCstmrStmt></Document>`
  const taken = await takeStatement({ ...ctx, actor: system }, { file: new TextEncoder().encode(file) })
  if (!taken.ok) throw new Error(`a statement of the demo: ${taken.refusal.code}`)
}
