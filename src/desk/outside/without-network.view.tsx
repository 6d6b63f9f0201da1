import { Alert, Button, ButtonLink, ButtonRow, EmptyState, Page } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import type { ReportVerb } from '#services/reports/index.ts'
import { Folded } from '../case/index.ts'
import { nobodysForm, OutsideNoteForm, OutsideStepForm } from './forms.view.tsx'
import { outsideSteps } from './outside.rules.ts'
import { ALONG_KEY, OUTSIDE } from './paths.ts'

/** The same for everybody: outside-kept.browser.ts fills in what the device keeps for who is signed in. */
export const WithoutNetworkPage = () => (
  <Page title={t('outside.kept.title')} lead={t('outside.kept.lead')} width="reading" noindex>
    <div
      class="outside-kept"
      data-stands-in
      data-controller="outside-kept"
      data-outside-kept-base-value={frame().base}
      data-outside-kept-key-value={ALONG_KEY}
      data-outside-kept-texts-value={JSON.stringify({
        asOf: t('outside.kept.asOf', { time: '{time}' }),
        due: t('outside.kept.due', { day: '{day}' }),
        waits: t('outside.kept.waits', { what: '{what}' }),
        refused: t('outside.kept.refused', { what: '{what}' }),
        sent: t('outside.kept.sent', { what: '{what}' }),
        note: t('desk.note.title'),
        noteOf: t('outside.kept.noteOf', { what: '{what}', time: '{time}' }),
        saved: t('outside.kept.saved'),
        photo: t('outside.kept.photo', { n: '{n}' }),
      })}
    >
      <noscript>
        <Alert tone="info" title={t('outside.kept.noScript')} />
      </noscript>
      <p class="outside-asof" data-outside-kept-target="asOf" />
      <p role="status" data-outside-kept-target="said" />
      <div data-outside-kept-target="empty" hidden>
        <EmptyState icon="download" title={t('outside.kept.none')} text={t('outside.kept.noneText')} />
      </div>
      <section data-outside-kept-target="refused" aria-label={t('outside.kept.refusedTitle')} hidden />
      <ol class="outside-list outside-list--kept" data-outside-kept-target="list" aria-label={t('outside.list')} />
      <ButtonRow>
        <ButtonLink href={OUTSIDE} icon="autorenew" data={{ 'data-turbo': 'false' }}>
          {t('outside.kept.back')}
        </ButtonLink>
        <ButtonLink href="/ohne-netz" icon="list" kind="tertiary" data={{ 'data-turbo': 'false' }}>
          {t('outside.kept.waiting')}
        </ButtonLink>
      </ButtonRow>
      <template data-outside-kept-target="stop">
        <StopOnDevice />
      </template>
      {outsideSteps.map((verb) => (
        <template key={verb} data-outside-kept-target="step" data-verb={verb}>
          <FoldedStep verb={verb} />
        </template>
      ))}
      <template data-outside-kept-target="step" data-verb="note">
        <Folded label={t('desk.note.title')} icon="edit">
          <OutsideNoteForm of={nobodysForm} id="note" />
        </Folded>
      </template>
      <template data-outside-kept-target="problem">
        <RefusedOnDevice />
      </template>
    </div>
  </Page>
)

const FoldedStep = ({ verb }: { verb: ReportVerb }) => (
  <Folded label={t(`outside.verb.${verb}`)} icon="check">
    <OutsideStepForm of={nobodysForm} verb={verb} id={`step-${verb}`} />
  </Folded>
)

/** Parts stay hidden until there is something to say. */
const StopOnDevice = () => (
  <li>
    <details class="outside-device">
      <summary class="outside-device__head">
        <span class="outside-stop__title" data-part="title" />
        <span data-part="place" />
        <span class="desk-news__meta" data-part="facts" />
        <span class="outside-device__waits" data-part="waits" hidden />
      </summary>
      <div class="outside-device__body">
        <p class="desk-words" data-part="text" />
        <div class="outside-device__photos" data-part="photos" hidden />
        <dl class="outside-device__answers" data-part="answers" hidden />
        <div data-part="steps" class="desk-steps outside-steps" />
        <div data-part="notesBox" hidden>
          <h2 class="outside-device__title">{t('outside.notes')}</h2>
          <ul class="outside-known" data-part="notes" />
        </div>
        <div data-part="nearBox" hidden>
          <h2 class="outside-device__title">{t('outside.near')}</h2>
          <ul class="outside-known" data-part="near" />
        </div>
      </div>
    </details>
  </li>
)

/** A step that the town did not take: nothing of it is lost. */
const RefusedOnDevice = () => (
  <div class="sheet outside-refused">
    <p class="outside-stop__title" data-part="title" />
    <p class="waiting__problem" data-part="problem" />
    <p class="desk-words" data-part="text" />
    <div class="outside-device__photos" data-part="photos" hidden />
    <ButtonRow>
      <Button icon="edit" kind="primary" data={{ 'data-action': 'outside-kept#asNote', 'data-part': 'asNote' }}>
        {t('outside.kept.asNote')}
      </Button>
      <a class="kern-btn kern-btn--secondary" href={href('/ohne-netz')} data-turbo="false">
        <span class="kern-label">{t('outside.kept.waiting')}</span>
      </a>
    </ButtonRow>
  </div>
)
