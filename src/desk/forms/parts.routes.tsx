import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Again, get, post } from '#platform/http/route.ts'
import { ok, refuse } from '#platform/result.ts'
import { changeForm, type FormEdit } from '#services/builder/index.ts'
import { allItems, type FormDefinition } from '#services/forms/index.ts'
import { atWork } from './form.read.ts'
import { common, shown, to } from './forms.routes.tsx'
import { ItemForm, itemFrom, itemInput } from './item.rules.ts'
import { ItemPage } from './item.view.tsx'
import { OutlinePage } from './outline.view.tsx'
import { ExitForm, exitEdit, exitInput, kindEdit, NewKind, OnlyRevision, PageForm, pageEdit, pageInput } from './parts.rules.ts'
import { ExitPropertiesPage, PagePropertiesPage } from './parts.view.tsx'
import { ONE } from './paths.ts'

const At = z.object({ id: z.uuid(), key: z.string().max(60) })
const KEY = ':key{[a-zA-Z][a-zA-Z0-9]*}'
const BODY = 256 * 1024

/** A step on one thing of the form that is one button. */
const step = (path: string, edit: (key: string) => FormEdit, anchor?: (key: string) => string) =>
  post(`${ONE}/${path}`, {
    ...common,
    params: At,
    form: OnlyRevision,
    run: (ctx, { id, revision, key }) => changeForm(ctx, { id, revision }, () => ok(edit(key))),
    done: (_, __, { id, key }) => to(id, 'builder.saved', anchor?.(key) ?? ''),
    again: outlineAgain,
  })

async function outlineAgain(ctx: Ctx, form: Again, { id }: { id: string }) {
  const at = await atWork(ctx, id)
  return at && <OutlinePage at={at} form={shown(form, {})} />
}

export const partRoutes = [
  get(`${ONE}/felder/${KEY}`, { ...common, params: At, show: (ctx, { params }) => itemPage(ctx, params, undefined) }),
  post(`${ONE}/felder/${KEY}`, {
    ...common,
    params: At,
    form: ItemForm,
    bodyLimit: BODY,
    run: (ctx, { id, key, ...input }) =>
      changeForm(ctx, { id, revision: input.revision }, (form) => {
        const known = itemOf(form, key)
        const item = known ? itemFrom(form, known, input) : refuse('noSuchPlace')
        return item.ok ? ok<FormEdit>({ do: 'changeItem', key, item: item.value }) : item
      }),
    done: (_, __, { id, key }) => to(id, 'builder.saved', `#feld-${key}`),
    again: (ctx, form, at) => itemPage(ctx, at, form),
  }),
  post(`${ONE}/felder/${KEY}/art`, {
    ...common,
    params: At,
    form: NewKind,
    run: (ctx, { id, key, revision, kind }) => changeForm(ctx, { id, revision }, (form) => kindEdit(form, key, kind)),
    done: (_, __, { id, key }) => to(id, 'builder.saved', `/felder/${key}`),
    again: (ctx, form, at) => itemPage(ctx, at, form),
  }),
  step(
    `felder/${KEY}/hoch`,
    (key) => ({ do: 'moveItem', key, by: -1 }),
    (key) => `#feld-${key}`,
  ),
  step(
    `felder/${KEY}/runter`,
    (key) => ({ do: 'moveItem', key, by: 1 }),
    (key) => `#feld-${key}`,
  ),
  step(`felder/${KEY}/weg`, (key) => ({ do: 'removeItem', key })),

  get(`${ONE}/seiten/${KEY}`, { ...common, params: At, show: (ctx, { params }) => pagePage(ctx, params, undefined) }),
  post(`${ONE}/seiten/${KEY}`, {
    ...common,
    params: At,
    form: PageForm,
    run: (ctx, { id, key, ...input }) => changeForm(ctx, { id, revision: input.revision }, (form) => pageEdit(form, key, input)),
    done: (_, __, { id, key }) => to(id, 'builder.saved', `#seite-${key}`),
    again: (ctx, form, at) => pagePage(ctx, at, form),
  }),
  step(
    `seiten/${KEY}/hoch`,
    (key) => ({ do: 'movePage', key, by: -1 }),
    (key) => `#seite-${key}`,
  ),
  step(
    `seiten/${KEY}/runter`,
    (key) => ({ do: 'movePage', key, by: 1 }),
    (key) => `#seite-${key}`,
  ),
  step(`seiten/${KEY}/weg`, (key) => ({ do: 'removePage', key })),

  get(`${ONE}/ausstiege/neu`, {
    ...common,
    params: z.object({ id: z.uuid() }),
    show: (ctx, { params }) => exitPage(ctx, params, undefined),
  }),
  post(`${ONE}/ausstiege`, {
    ...common,
    params: z.object({ id: z.uuid() }),
    form: ExitForm,
    run: (ctx, { id, ...input }) => changeForm(ctx, { id, revision: input.revision }, (form) => exitEdit(form, undefined, input)),
    done: (_, __, { id }) => to(id, 'builder.saved'),
    again: (ctx, form, at) => exitPage(ctx, at, form),
  }),
  get(`${ONE}/ausstiege/${KEY}`, { ...common, params: At, show: (ctx, { params }) => exitPage(ctx, params, undefined) }),
  post(`${ONE}/ausstiege/${KEY}`, {
    ...common,
    params: At,
    form: ExitForm,
    run: (ctx, { id, key, ...input }) => changeForm(ctx, { id, revision: input.revision }, (form) => exitEdit(form, key, input)),
    done: (_, __, { id }) => to(id, 'builder.saved'),
    again: (ctx, form, at) => exitPage(ctx, at, form),
  }),
  step(`ausstiege/${KEY}/weg`, (key) => ({ do: 'removeExit', key })),
]

const itemOf = (form: FormDefinition, key: string) => [...allItems(form)].find(({ item }) => item.key === key)?.item

async function itemPage(ctx: Ctx, { id, key }: { id: string; key: string }, form: Again | undefined) {
  const at = await atWork(ctx, id)
  const item = at && itemOf(at.work.form, key)
  return at && item && <ItemPage at={at} item={item} form={shown(form, itemInput(at.work.form, item))} />
}

async function pagePage(ctx: Ctx, { id, key }: { id: string; key: string }, form: Again | undefined) {
  const at = await atWork(ctx, id)
  const page = at?.work.form.pages.find((one) => one.key === key)
  return at && page && <PagePropertiesPage at={at} page={page} form={shown(form, pageInput(at.work.form, key))} />
}

async function exitPage(ctx: Ctx, { id, key }: { id: string; key?: string }, form: Again | undefined) {
  const at = await atWork(ctx, id)
  const exit = at?.work.form.exits.find((one) => one.key === key)
  if (!at || (key !== undefined && !exit)) return undefined
  return <ExitPropertiesPage at={at} exit={exit} form={shown(form, key === undefined ? {} : exitInput(at.work.form, key))} />
}
