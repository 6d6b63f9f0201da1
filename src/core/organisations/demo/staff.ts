/** Staff of the demo's town halls. All names are invented. */

export type StaffRole = 'dispatcher' | 'clerk' | 'lead' | 'crew' | 'admin' | 'auditor' | 'moderator' | 'editor'

export type DemoStaff = { code: string; name: string; email: string; role: StaffRole; department: string; team?: string }

const ascii: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', é: 'e', ć: 'c', ç: 'c', ş: 's', ı: 'i', ł: 'l', ń: 'n', ğ: 'g' }

/** The local part of an address: "Jörg Äpfel" becomes "joerg.aepfel". */
export const mailbox = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z -]/g, (letter) => ascii[letter] ?? '')
    .trim()
    .replace(/[ -]+/g, '.')

const member = (name: string, role: StaffRole, department: string, team?: string): DemoStaff => {
  const local = mailbox(name)
  const staff: DemoStaff = { code: local, name, email: `${local}@rathaus.example`, role, department }
  return team ? { ...staff, team } : staff
}

export const largeTownStaff: readonly DemoStaff[] = [
  member('Petra Uhlenbrock', 'dispatcher', 'control', 'desk'),
  member('Cem Aydoğan', 'dispatcher', 'control', 'phone'),
  member('Ingeborg Sandvoß', 'lead', 'control'),
  member('Malte Griesebach', 'moderator', 'control'),
  member('Dr. Wiebke Thalmayr', 'admin', 'control'),
  member('Konrad Eschenlohr', 'auditor', 'control'),
  member('Samira Belhadi', 'editor', 'control'),
  member('Torsten Ruhland', 'clerk', 'order', 'patrol'),
  member('Nadine Kolbitz', 'clerk', 'order', 'parking'),
  member('Rüdiger Stamm', 'lead', 'order'),
  member('Anja Wendehorst', 'clerk', 'roads', 'upkeep'),
  member('Goran Petrić', 'crew', 'roads', 'upkeep'),
  member('Uwe Dickmann', 'crew', 'roads', 'upkeep'),
  member('Heike Lohmar', 'lead', 'roads'),
  member('Björn Steinfatt', 'clerk', 'green', 'trees'),
  member('Lale Özkan', 'clerk', 'green', 'play'),
  member('Jens Wacholder', 'crew', 'green', 'parks'),
  member('Friederike Moos', 'lead', 'green'),
  member('Stefan Kehrmann', 'clerk', 'cleaning', 'north'),
  member('Agnieszka Wróbel', 'crew', 'cleaning', 'south'),
  member('Detlef Broschat', 'lead', 'cleaning'),
  member('Yannick Lichtblau', 'clerk', 'lighting', 'fitters'),
  member('Murat Demirel', 'crew', 'lighting', 'fitters'),
  member('Silke Quellmann', 'clerk', 'drainage', 'sewers'),
  member('Ole Brunnhuber', 'crew', 'drainage', 'waters'),
  member('Carola Giebel', 'clerk', 'buildings', 'workshop'),
  member('Thanh Nguyen-Berger', 'crew', 'buildings', 'workshop'),
  member('Matthias Kreuzer', 'clerk', 'traffic', 'signs'),
  member('Elif Sönmez', 'clerk', 'traffic', 'signals'),
  member('Hartmut Vorfahr', 'lead', 'traffic'),
  member('Marlene Sievers', 'clerk', 'citizens', 'residents'),
  member('Dilek Aksoy', 'clerk', 'citizens', 'residents'),
  member('Holger Brinkmeyer', 'lead', 'citizens'),
  member('Annegret Lüders', 'clerk', 'registry'),
  member('Cornelius Wiebusch', 'lead', 'registry'),
  member('Farid Nazari', 'clerk', 'tax'),
  member('Sabine Harbort', 'lead', 'tax'),
  member('Jule Petersen', 'clerk', 'youth', 'daycare'),
  member('Ekaterina Wolf', 'lead', 'youth'),
  member('Rainer Steinmetz', 'clerk', 'building'),
  member('Ulrike Dachner', 'lead', 'building'),
]

export const smallTownStaff: readonly DemoStaff[] = [
  member('Gisela Hopfensitz', 'dispatcher', 'control'),
  member('Markus Aigner-Thoma', 'admin', 'order'),
  member('Ramona Zeitler', 'clerk', 'order'),
  member('Alois Rechberg', 'lead', 'yard'),
  member('Kevin Stadlbauer', 'crew', 'yard'),
]
