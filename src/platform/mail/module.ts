import type { Module } from '../module.ts'
import { retryMails, sendMailJob, tidyMails } from './mail.jobs.ts'
import { mailTexts } from './texts.ts'

export const mail: Module = { name: 'mail', texts: mailTexts, jobs: [sendMailJob], schedules: [retryMails, tidyMails] }
