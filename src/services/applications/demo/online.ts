import { OBJECTIONS } from '../../workflows/objection.ts'
import { birthForm } from './forms/birth.ts'
import { bulkyWasteForm } from './forms/bulky-waste.ts'
import { daycareForm } from './forms/daycare.ts'
import { dogForm } from './forms/dog.ts'
import { eventForm } from './forms/event.ts'
import { inquiryForm } from './forms/inquiry.ts'
import { movingForm } from './forms/moving.ts'
import { objectionForm } from './forms/objection.ts'
import { parkingForm } from './forms/parking.ts'
import type { DemoForm } from './forms/parts.ts'
import { recordsForm } from './forms/records.ts'
import { registrationForm } from './forms/registration.ts'
import { tradeForm } from './forms/trade.ts'
import { treeForm } from './forms/tree.ts'

/** The services of the demo that can be applied for: the key of a form is the address of its service. `unit` is the code of a department. */
export const onlineDemo: readonly { form: DemoForm; workflow: string; unit: string }[] = [
  { form: dogForm, workflow: 'standard', unit: 'tax' },
  { form: daycareForm, workflow: 'standard', unit: 'youth' },
  { form: inquiryForm, workflow: 'inquiry', unit: 'control' },
  { form: registrationForm, workflow: 'standard', unit: 'citizens' },
  { form: parkingForm, workflow: 'standard', unit: 'traffic' },
  { form: movingForm, workflow: 'standard', unit: 'citizens' },
  { form: birthForm, workflow: 'standard', unit: 'registry' },
  { form: bulkyWasteForm, workflow: 'inquiry', unit: 'cleaning' },
  { form: eventForm, workflow: 'opinions', unit: 'order' },
  { form: tradeForm, workflow: 'standard', unit: 'order' },
  { form: treeForm, workflow: 'deemed', unit: 'green' },
  { form: recordsForm, workflow: 'standard', unit: 'control' },
  { form: objectionForm, workflow: OBJECTIONS, unit: 'control' },
]
