import { signedInDemo } from '../../setup/demo-visitor.ts'
import type { Visitor } from '../../setup/visitor.ts'

/** Who of the demo has a permission, so that a page is looked at by somebody who works with it. */
const holders: Record<string, string> = {
  signedIn: 'Amira Haddad',
  'report.see': 'Heike Lohmar',
  'report.work': 'Heike Lohmar',
  'application.figures': 'Dr. Wiebke Thalmayr',
  'application.see': 'Torsten Ruhland',
  'application.work': 'Torsten Ruhland',
  'cover.own': 'Heike Lohmar',
  'cover.manage': 'Heike Lohmar',
  'report.route': 'Petra Uhlenbrock',
  'report.moderate': 'Petra Uhlenbrock',
  'textBlock.write': 'Heike Lohmar',
  'memory.see': 'Heike Lohmar',
  'administration.see': 'Dr. Wiebke Thalmayr',
  'organisations.manage': 'Dr. Wiebke Thalmayr',
  'people.manage': 'Dr. Wiebke Thalmayr',
  'people.see': 'Dr. Wiebke Thalmayr',
  'rights.see': 'Dr. Wiebke Thalmayr',
  'staff.see': 'Dr. Wiebke Thalmayr',
  'town.manage': 'Dr. Wiebke Thalmayr',
  'apiKeys.manage': 'Dr. Wiebke Thalmayr',
  'payment.manage': 'Dr. Wiebke Thalmayr',
  'payment.work': 'Sabine Harbort',
  'letters.manage': 'Dr. Wiebke Thalmayr',
  'report.configure': 'Dr. Wiebke Thalmayr',
  'town.pages': 'Samira Belhadi',
  'definition.write': 'Samira Belhadi',
  'service.write': 'Samira Belhadi',
  'service.publish': 'Samira Belhadi',
  'audit.see': 'Konrad Eschenlohr',
  'retention.see': 'Dr. Wiebke Thalmayr',
  'retention.manage': 'Dr. Wiebke Thalmayr',
  'retention.hold': 'Dr. Wiebke Thalmayr',
  'webhooks.manage': 'Dr. Wiebke Thalmayr',
  'towns.manage': 'Sören Petersen',
  'operations.see': 'Sören Petersen',
}

export function holderOf(permission: string): string {
  const name = holders[permission]
  if (!name) throw new Error(`nobody of the demo is named for the permission ${permission}; add one to people.ts`)
  return name
}

/** Everybody is signed in once. */
export function staffEntrance(demoUrl: string): (name: string) => Promise<Visitor> {
  const known = new Map<string, Promise<Visitor>>()
  return (name) => {
    const visitor = known.get(name) ?? signedInDemo(demoUrl, name)
    known.set(name, visitor)
    return visitor
  }
}
