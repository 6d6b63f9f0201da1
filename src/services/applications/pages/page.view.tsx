import { Alert, Form, Page, Steps, Submit } from '#design/index.ts'
import type { Refusal } from '#platform/result.ts'
import { currentLocale, t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { FormFields, inWords } from '../../forms/index.ts'
import { Offers } from '../reuse/offers.view.tsx'
import type { Writing } from './draft-cookie.ts'
import type { PageShown } from './page.verbs.ts'
import { pagePath } from './paths.ts'

type Props = { writing: Writing; shown: PageShown; fromReview: boolean; refusal?: Refusal | undefined; more?: boolean; live: string }

/** One page of a form: where one is, its questions, and the way on, back, or to go on later. */
export const FillInPage = ({ writing: { draft, form }, shown, fromReview, refusal, more, live }: Props) => {
  const { page, evaluation, errors } = shown
  const locale = currentLocale()
  const titles = [...evaluation.pages.map((one) => inWords(one.page.title, locale)), t('apply.review')]
  const at = evaluation.pages.findIndex(({ key }) => key === page.key)
  const isWrong = Object.keys(errors.summed).length > 0
  return (
    <Page
      title={inWords(page.title, locale)}
      preline={inWords(form.title, locale)}
      lead={page.help ? inWords(page.help, locale) : undefined}
      width="reading"
      noindex
      breadcrumbs={crumbs()}
    >
      <Steps at={Math.max(at, 0) + 1} titles={titles} />
      {more ? (
        <Alert tone="info" title={t('apply.more')} live>
          <p>{t('apply.more.text')}</p>
        </Alert>
      ) : null}
      <Form
        action={pagePath(draft.id, page.key)}
        files
        state={{ input: {}, errors: errors.summed, ...(refusal && !isWrong ? { refusal } : {}) }}
        data={{ 'data-controller': 'fill-in', 'data-fill-in-url-value': href(pagePath(draft.id, page.key)) }}
      >
        {/* Enter sends the first button of a form: that is the one that goes on. */}
        <button class="kern-sr-only" type="submit" name="do" value="next" tabIndex={-1} aria-hidden="true">
          {t('apply.next')}
        </button>
        <input type="hidden" name="revision" value={draft.revision} data-fill-in-target="revision" />
        <input type="hidden" name="mode" value="" data-fill-in-target="mode" />
        {fromReview ? <input type="hidden" name="from" value="pruefen" /> : null}
        {shown.offers.length > 0 ? <Offers offers={shown.offers} /> : null}
        <FormFields
          items={page.items}
          filling={{
            evaluation,
            answers: shown.answers,
            errors: errors.said,
            files: shown.files,
            candidates: shown.candidates,
            city: frame().town?.name,
          }}
        />
        {/* Data, not a program: no sign in it may end the element. */}
        <script type="application/json" data-fill-in-target="form" dangerouslySetInnerHTML={{ __html: live.replaceAll('<', '\\u003c') }} />
        <div class="kern-btn-wrapper button-row">
          <Submit icon="arrow-forward" name="do" value="next">
            {t(fromReview ? 'apply.toReview' : 'apply.next')}
          </Submit>
          <Submit kind="tertiary" icon="arrow-back" name="do" value="back">
            {t('apply.back')}
          </Submit>
        </div>
        <p class="fill-in__later">
          <Submit kind="tertiary" icon="clock" name="do" value="later">
            {t('apply.later')}
          </Submit>
          <span
            class="fill-in__saved"
            role="status"
            data-fill-in-target="saved"
            data-text={t('apply.saved')}
            data-failed={t('apply.notSaved')}
          />
        </p>
      </Form>
      <p class="fill-in__draft">{t('apply.isDraft')}</p>
    </Page>
  )
}

export const crumbs = () => [
  { href: '/', label: t('apply.home') },
  { href: '/dienste', label: t('service.nav') },
]
