/** The town keeps 1600 px; a little more leaves room for its own scaling. */
const EDGE = 2000
const WORTH_IT = 1_500_000

/** Formats that few programs can read but the device that made them can. */
const own = /^image\/hei[cf]/

/** A photo small enough for a phone's connection. The file itself where that gains nothing or the browser cannot read it. */
export async function shrunk(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.type === 'image/gif') return file
  if (file.size < WORTH_IT && !own.test(file.type)) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return file
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
    return blob && (blob.size < file.size || own.test(file.type)) ? blob : file
  } catch {
    return file
  }
}
