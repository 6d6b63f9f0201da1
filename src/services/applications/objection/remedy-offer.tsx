import { registerRemedyOffer } from '../../letters/letter/remedy-offer.ts'
import { remediesFor } from './remedy.read.ts'
import { RemedyWords } from './remedy.view.tsx'

/** Below each letter at `/status/{number}/briefe`. */
registerRemedyOffer('application', async (ctx, it, letters) => {
  const remedies = await remediesFor(ctx, it, letters)
  return new Map([...remedies].map(([id, remedy]) => [id, <RemedyWords key={id} remedy={remedy} />]))
})
