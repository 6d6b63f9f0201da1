import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import sharp from 'sharp'
import type { BusyTown } from './busy-town.ts'
import { counted, json, type Kind, many, someone, tabOf } from './prize.ts'

/** Reports, and what people can do with one once. */
export function prizesOfReports(town: BusyTown, client: Client): Kind[] {
  const { program, staff, colleague, report, step } = town
  const count = (query: string, values: unknown[]) => counted(client, query, values)
  const events = (number: string, kind: string) =>
    count(
      `core.event e JOIN core.event_subject s ON s.tenant_id = e.tenant_id AND s.event_id = e.id
       JOIN services.case c ON c.tenant_id = s.tenant_id AND c.id = s.subject_id AND s.subject_type = 'case'
       WHERE c.number = $1 AND e.kind = $2`,
      [number, kind],
    )
  const accepted = async () => {
    const sent = await report()
    await step(sent.number, { verb: 'accept' })
    return sent
  }
  const staffOf = (each: number) => (each % 2 === 0 ? staff.visitor : colleague.visitor)

  return [
    {
      what: 'the work of a firm: done or turned down',
      prepare: async (size) => {
        const { number } = await accepted()
        const link = await town.toFirm(number)
        return {
          takers: many(size, (each) =>
            program.visitor().post(`${link}/${each % 2 === 0 ? 'erledigt' : 'ablehnen'}`, { text: 'Wie besprochen.' }, json),
          ),
          winners: 1,
          left: async () => (await events(number, 'contractor.closed')) + (await events(number, 'contractor.declined')),
          expected: 1,
        }
      },
    },
    {
      what: 'a report that a unit accepts',
      prepare: async (size) => {
        const { number } = await report()
        return {
          takers: many(size, (each) => staffOf(each).post(`/amt/meldungen/${number}/schritt`, { verb: 'accept' }, json)),
          winners: 1,
          left: () => events(number, 'assignment.accepted'),
          expected: 1,
        }
      },
    },
    {
      what: 'a report that is given to one of two',
      prepare: async (size) => {
        const { number } = await accepted()
        const { rows } = await client.query<{ version: number }>('SELECT version FROM services.case WHERE number = $1', [number])
        const version = String(rows[0]!.version)
        return {
          takers: many(size, (each) =>
            staffOf(each).post(
              `/amt/meldungen/${number}/zuteilung`,
              { version, personId: (each % 3 === 0 ? staff : colleague).personId },
              json,
            ),
          ),
          winners: 1,
          left: () => count('services.case WHERE number = $1 AND version = $2', [number, Number(version) + 1]),
          expected: 1,
        }
      },
    },
    {
      what: 'a repair that is finished and given up',
      prepare: async (size) => {
        const { number } = await accepted()
        const ends = [
          { verb: 'finish', noPhotoReason: 'unsafe', text: 'Zu.' },
          { verb: 'handOn', reason: 'notOurs', text: 'Nicht wir.' },
        ]
        return {
          takers: many(size, (each) => staffOf(each).post(`/amt/meldungen/${number}/schritt`, ends[each % 2]!, json)),
          winners: 1,
          left: async () => (await events(number, 'work.done')) + (await events(number, 'assignment.rejected')),
          expected: 1,
        }
      },
    },
    {
      what: 'an objection',
      prepare: async (size) => {
        const sent = await accepted()
        await step(sent.number, { verb: 'finish', noPhotoReason: 'unsafe', text: 'Zu.' })
        return {
          takers: many(size, () =>
            tabOf(town, sent.visitor).post(`/status/${sent.number}/widerspruch`, { text: 'Der Schaden ist noch da.' }, json),
          ),
          winners: 1,
          left: () =>
            count(
              'services.report_objection o JOIN services.case c ON c.tenant_id = o.tenant_id AND c.id = o.case_id WHERE c.number = $1',
              [sent.number],
            ),
          expected: 1,
        }
      },
    },
    {
      what: '“me too” of one person',
      prepare: async (size) => {
        const { number } = await report()
        const { visitor } = await program.signedIn()
        return {
          takers: many(size, () => tabOf(town, visitor).post(`/meldungen/${number}/auch`, {}, json)),
          winners: size,
          left: () => count('services.case WHERE number = $1 AND support_count = 1', [number]),
          expected: 1,
        }
      },
    },
    {
      what: '“me too” of many browsers',
      prepare: async (size) => {
        const { number } = await report()
        return {
          // Told to come back, a browser repeats what it sent; without its key it would count as another one.
          takers: Array.from({ length: size }, () => {
            const [visitor, _key] = [program.visitor(), randomUUID()]
            return () => visitor.post(`/meldungen/${number}/auch`, { _key }, json)
          }),
          winners: size,
          left: () => count('services.case WHERE number = $1 AND support_count = $2', [number, size]),
          expected: 1,
        }
      },
    },
    {
      what: 'a report that was written and is sent',
      prepare: async (size) => {
        const writer = program.visitor()
        const text = `Geschrieben von ${someone()}`
        const begun = await writer.fill('/meldungen/neu', '/meldungen/neu', { text, category: 'pothole' })
        const draft = (begun.location ?? '').split('/').slice(0, 4).join('/')
        await writer.post(`${draft}/ort`, { placeLat: '49.05', placeLon: '11.05', placeWay: 'map' })
        return {
          takers: many(size, () => tabOf(town, writer).post(`${draft}/absenden`, {}, json)),
          winners: undefined,
          left: () => count('services.report WHERE text = $1', [text]),
          expected: 1,
        }
      },
    },
    {
      what: 'a photo',
      prepare: async (size) => {
        const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
          .jpeg()
          .toBuffer()
        const writer = program.visitor()
        const first = await writer.fill('/meldungen/neu', '/meldungen/neu', {
          text: 'Mit Foto',
          category: 'pothole',
          photos: new File([new Uint8Array(photo)], 'a.jpg', { type: 'image/jpeg' }),
        })
        const page = await writer.get((first.location ?? '').split('/').slice(0, 4).join('/'))
        const file = /name="photos" value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? ''
        return {
          takers: many(size, (each) =>
            writer.post(
              '/meldungen',
              { category: 'pothole', text: `Fotografiert ${each}`, lat: '49.05', lon: '11.05', photos: file },
              json,
            ),
          ),
          winners: 1,
          left: () => count('services.case_file WHERE file_id = $1', [file]),
          expected: 1,
        }
      },
    },
    {
      what: 'a report that is joined with one of two others',
      prepare: async (size) => {
        const [{ number }, one, two] = [await accepted(), await accepted(), await accepted()]
        return {
          takers: many(size, (each) =>
            staffOf(each).post(`/amt/meldungen/${number}/schaden/anschliessen`, { into: (each % 2 === 0 ? one : two).number }, json),
          ),
          winners: 1,
          left: () => events(number, 'report.merged'),
          expected: 1,
        }
      },
    },
    {
      what: 'a joining that is taken back, or parted',
      prepare: async (size) => {
        const [{ number }, into] = [await accepted(), await accepted()]
        await staff.visitor.post(`/amt/meldungen/${number}/schaden/anschliessen`, { into: into.number })
        return {
          takers: many(size, (each) =>
            each % 2 === 0
              ? staffOf(each >> 1).post(`/amt/meldungen/${into.number}/schaden/rueckgaengig`, {}, json)
              : staffOf(each >> 1).post(`/amt/meldungen/${into.number}/schaden/trennen`, { numbers: number }, json),
          ),
          // Parted first, the undo may follow and join them again; each is one step.
          winners: undefined,
          left: async () => (await events(number, 'report.split')) <= 2,
          expected: true,
        }
      },
    },
  ]
}
