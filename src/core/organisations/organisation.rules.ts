import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

/** The town hall itself, its parts, and those it deals with. */
export const organisationKinds = ['authority', 'department', 'team', 'business', 'club', 'contractor'] as const
export type OrganisationKind = (typeof organisationKinds)[number]
export const unitKinds = ['authority', 'department', 'team'] as const satisfies readonly OrganisationKind[]
export const otherKinds = ['business', 'club', 'contractor'] as const satisfies readonly OrganisationKind[]

export type Organisation = {
  id: string
  kind: OrganisationKind
  parentId: string | undefined
  /** Stays as it is when the name changes; rules and demo data refer to it. */
  code: string
  name: string
  nameEn: string | undefined
  email: string | undefined
  phone: string | undefined
  /** Where people find it: street, house number, room; lines as on an envelope. */
  address: string | undefined
  description: string
  closedAt: Date | undefined
}

/** In the language of the reader, where the town gave a name in it. */
export const nameIn = ({ name, nameEn }: Pick<Organisation, 'name' | 'nameEn'>, locale: 'de' | 'en'): string =>
  locale === 'en' && nameEn ? nameEn : name

const line = (max: number) => z.string().trim().max(max)
const email = z.email().max(320).optional()

const said = {
  name: line(200).min(1),
  nameEn: line(200).optional(),
  email,
  phone: line(40).optional(),
  address: line(300).optional(),
  description: line(1000).default(''),
}
export const OrganisationChange = z.object(said)
export type OrganisationChange = z.output<typeof OrganisationChange>
export const NewOrganisation = z.object({ kind: z.enum(organisationKinds), parentId: z.uuid().optional(), ...said })
export type NewOrganisation = z.output<typeof NewOrganisation>

/** The kinds that a part of this kind may lie below; an empty list means that it stands alone. */
export const parentKinds: Record<OrganisationKind, readonly OrganisationKind[]> = {
  authority: [],
  department: ['authority'],
  team: ['department', 'authority'],
  business: [],
  club: [],
  contractor: [],
}

const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', ı: 'i', đ: 'd' }

/** A code from a name: "Bäckerei Çelik & Söhne" → `baeckerei-celik-soehne`. */
export function codeFrom(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæøłıđ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
  return plain || 'o'
}

const kindOnly = z.object({ kind: z.enum(organisationKinds) })
export const OrganisationCreated = defineEvent({ kind: 'organisation.created', audience: 'internal', data: kindOnly })
export const OrganisationChanged = defineEvent({
  kind: 'organisation.changed',
  audience: 'internal',
  data: z.object({ fields: z.array(z.string()) }),
})
export const OrganisationClosed = defineEvent({ kind: 'organisation.closed', audience: 'internal', data: kindOnly })
export const OrganisationReopened = defineEvent({ kind: 'organisation.reopened', audience: 'internal', data: kindOnly })
