/**
 * What the notifications of the pager say, where the service worker fills in the names and the
 * time, and how far a page has come.
 */
export const paging = {
  pageTitle: '{child} woke at {time}',
  pageBody: '{name}, you are being paged.',
  up: 'I’m up',
  cannot: 'I can’t',
  overTitle: 'Nothing to do',
  somebodyUp: '{name} is up. Go back to sleep.',
  asleepAgain: '{child} is asleep again. Go back to sleep.',
  answered: 'Answered on another phone.',
  unreadableTitle: 'You are being paged',
  unreadableBody: 'This phone cannot read the page. Open the app.',
  handover: '{name}, you are on call from now on.',
  testTitle: 'Test of the pager',
  testBody: 'It rang. Tap here to say so.',
  notWritten: 'Your answer could not be noted. Open the app and tap it there.',
  state: {
    waiting: 'Not sent yet…',
    sent: 'Sent',
    failed: '{name}’s phone did not take it. Wake {name} by voice.',
    delivered: '{name}’s phone is ringing',
    you: 'You are being paged',
    goBack: '{name} is up. Go back to sleep.',
  },
};
