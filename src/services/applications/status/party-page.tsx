import { registerPartyPage } from '../../cases/index.ts'
import { fileLinks } from '../pages/draft-files.ts'
import { partyApplication } from './application.read.ts'
import { ApplicationPage } from './status.view.tsx'

/** At `/status/{number}`, which all kinds of cases share. */
registerPartyPage('application', async (ctx, it, party) => {
  const application = await partyApplication(ctx, it, party)
  return (
    application && (
      // Who takes part without an account is known by a cookie alone, which live streams do not ask for.
      <ApplicationPage application={application} file={await fileLinks(ctx, application.files)} live={ctx.actor.kind === 'person'} />
    )
  )
})
