import { Page } from '#design/index.ts'
import { t } from '#platform/text.ts'

export const WelcomePage = () => <Page title={t('welcome.title')}>{null}</Page>
