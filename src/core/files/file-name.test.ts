import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition, shownName } from './file-name.rules.ts'

test.each([
  ['Foto vom Marktplatz.JPEG', 'Foto vom Marktplatz.jpg'],
  ['C:\\Bilder\\größe.png', 'größe.jpg'],
  ['../../etc/passwd', 'passwd.jpg'],
  ['rechnung\u202egpj.exe', 'rechnunggpj.jpg'],
  ['archiv.tar.gz', 'archiv.tar.jpg'],
  ['.htaccess', 'datei.jpg'],
  ['a"b<c>d.png', 'a_b_c_d.jpg'],
  ['', 'datei.jpg'],
])('%j is shown as %j', (given, shown) => {
  expect(shownName(given, 'jpg')).toBe(shown)
})

test('whatever it was called, a name is short, plain, and ends as its content does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = shownName(given, 'pdf')
      expect([...name].length).toBeLessThanOrEqual(120)
      expect(name).toMatch(/^[^./\\<>"\p{Cc}\p{Cf}\s][^/\\<>"\p{Cc}\p{Cf}]*\.pdf$/u)
      expect(shownName(name, 'pdf')).toBe(name)
      expect(contentDisposition(name)).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w.~!$&+^`|%-]+$/,
      )
    }),
  )
})
