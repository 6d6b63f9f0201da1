import type { Module } from '../module.ts'
import { sendMailJob, tidyMails } from './mail.jobs.ts'
import { mailTexts } from './texts.ts'

export const mail: Module = { name: 'mail', texts: mailTexts, jobs: [sendMailJob], schedules: [tidyMails] }
