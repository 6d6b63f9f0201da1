export const englishMails: Record<string, string> = {
  'accounts.mail.signUp.subject': 'Your account: please confirm your e-mail address',
  'accounts.mail.signUp.body':
    'Hello {name},\n\nyou would like an account in {town}. Please enter this code there, or open the link. Both are valid for one hour.\n\nWas it not you? Then delete this message. Without confirmation there will be no account.',
  'accounts.mail.signUp.link': 'Confirm e-mail address',
  'accounts.mail.taken.subject': 'You already have an account',
  'accounts.mail.taken.body':
    'Hello {name},\n\nsomebody wanted to sign up in {town} with your e-mail address, or to use it for another account. But this address already belongs to your account.\n\nWas it you? Then just sign in. You can set a new password there. If it was not you, there is nothing to do.',
  'accounts.mail.taken.link': 'Go to sign in',
  'accounts.mail.signIn.subject': 'Your code to sign in',
  'accounts.mail.signIn.body':
    'Hello {name},\n\nwith this code or with the link you sign in to {town}. Both are valid for 15 minutes and only once.\n\nGive the code to nobody, not even to the town. Was it not you? Then delete this message.',
  'accounts.mail.signIn.link': 'Sign in',
  'accounts.mail.reset.subject': 'Set a new password',
  'accounts.mail.reset.body':
    'Hello {name},\n\nwith this code or with the link you set a new password for your account in {town}. Both are valid for 30 minutes and only once.\n\nWas it not you? Then delete this message. Your password stays as it is.',
  'accounts.mail.reset.link': 'Set a new password',
  'accounts.mail.newEmail.subject': 'Please confirm your new e-mail address',
  'accounts.mail.newEmail.body':
    'Hello {name},\n\nthis address shall belong to your account in {town} from now on. Please enter this code there, or open the link. Both are valid for one hour.\n\nWas it not you? Then delete this message.',
  'accounts.mail.newEmail.link': 'Confirm new address',
  'accounts.mail.stepUp.subject': 'Your confirmation code',
  'accounts.mail.stepUp.body':
    'Hello {name},\n\nyou would like to change something important in your account in {town}. With this code you confirm that it is you. It is valid for 15 minutes.\n\nWas it not you? Then perhaps somebody else is signed in to your account. Please change your password; that signs out all other devices.',
  'accounts.mail.passwordChanged.subject': 'Your password was changed',
  'accounts.mail.passwordChanged.body':
    'Hello {name},\n\nthe password of your account in {town} has just been changed. Other devices were signed out.\n\nWas it not you? Then please set a new password at once.',
  'accounts.mail.passwordChanged.link': 'It was not me: set a new password',
  'accounts.mail.emailChanged.subject': 'The e-mail address of your account was changed',
  'accounts.mail.emailChanged.body':
    'Hello {name},\n\nyour account in {town} now has another e-mail address. We will not write to this one any more.\n\nWas it not you? Then please contact your town at once.',
  'accounts.mail.deleted.subject': 'Your account was deleted',
  'accounts.mail.deleted.body':
    'Hello {name},\n\nyour account in {town} is deleted. You can no longer sign in, and we will not write to you any more.\n\nThank you for having been with us.',
}
