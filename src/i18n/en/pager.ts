/** Messages of the pager as it is set up and tried by day. */
export const pager = {
  title: 'Pager',
  /** What the row says beside its title. */
  row: {
    on: 'this phone rings',
    off: 'off',
    lost: 'this phone no longer rings',
    denied: 'not allowed on this phone',
    homeScreen: 'only from the home screen',
    unsupported: 'not in this browser',
    noServer: 'only with a home server',
  },
  reason: 'So that this phone rings when the other one pages you. The home server sees only that something was sent.',
  limits: 'It rings through no silent mode and no “do not disturb”, unless the phone lets you make an exception.',
  switchOn: 'Let this phone ring',
  switchOff: 'Let it ring no more',
  on: 'This phone rings when you are paged.',
  asking: 'Asking the browser and the home server…',
  lost: 'This phone was to ring, but its browser no longer does it. One touch brings it back.',
  noServer: 'A pager takes a home server and a second phone: share the log first.',
  unsupported: 'This browser cannot be woken. Chrome, Edge, Firefox and Safari can, outside of a private window.',
  /** How an iPhone gets the app on its home screen. */
  homeScreen: {
    why: 'On an iPhone, only the app on the home screen rings. Safari cannot.',
    share: 'In Safari, touch the Share button.',
    add: 'Choose “Add to Home Screen”.',
    open: 'Open the app from there, and join with a code: its log is one of its own.',
  },
  denied: {
    why: 'This phone allows the app no notifications, so it cannot ring. Where to change that:',
    android:
      'Android: hold the app’s icon, then App info → Notifications. Without an icon: Settings of the browser → Site settings → Notifications.',
    iphone: 'iPhone: Settings → Notifications → InfernalOps → Allow Notifications.',
    computer: 'Computer: the icon before the address → Notifications.',
  },
  byItself: {
    title: 'Page by itself',
    hint: 'When the runbook comes to waking somebody, the phone with the incident open pages them without a tap.',
  },
  test: {
    title: 'Test the pager',
    hint: 'By day: the other phone rings, and this one says how far it got.',
    button: 'Test {name}’s phone',
    buttonOfPhone: 'Test “{name}”',
    nobody: 'No other phone shares the log yet.',
    way: 'How far it got: {name}',
    part: {
      server: 'The home server took it',
      pushService: 'The push service took it',
      live: 'The open app heard it',
      woke: 'The phone woke up',
      shown: 'It showed the test',
      answered: 'Somebody tapped it',
    },
    state: {
      arrived: 'yes',
      waiting: 'waiting…',
      missing: 'not yet',
      notTried: 'not tried',
      notOpen: 'no: not open there',
      notAllowed: 'no: not allowed there',
      unknown: 'no: its pager is off',
      gone: 'no: its subscription is over',
      failed: 'no: it does not answer',
    },
    fine: 'All the way. That phone can be woken.',
    /** What helps, for the first thing that went wrong. */
    advice: {
      switchOn: {
        android: 'Android: on that phone, Household → Phones → Pager → “Let this phone ring”.',
        iphone: 'iPhone: the same, in the app opened from the home screen. Safari cannot ring.',
      },
      open: {
        android: 'Android: open the app there, and it renews it by itself. If not, switch its pager off and on.',
        iphone: 'iPhone: open the app there from the home screen. If it was added anew, switch its pager on again.',
      },
      askOperator: {
        android: 'Android: the home server has to reach fcm.googleapis.com. Ask whoever runs it.',
        iphone: 'iPhone: the home server has to reach web.push.apple.com. Ask whoever runs it.',
      },
      wake: {
        android: 'Android: is it on, with a network? Then App info → Battery → Unrestricted, and no battery saver.',
        iphone: 'iPhone: is it on, with a network? Low Power Mode off, and the app still on the home screen?',
      },
      allow: {
        android: 'Android: on that phone, hold the app’s icon, then App info → Notifications.',
        iphone: 'iPhone: on that phone, Settings → Notifications → InfernalOps, with sounds and on the lock screen.',
      },
      loud: {
        android: 'Android, if nobody heard it: volume up, and in “Do not disturb” allow the app.',
        iphone: 'iPhone, if nobody heard it: ringer on, and in Settings → Focus → Sleep allow InfernalOps.',
      },
    },
  },
  webhook: {
    title: 'Home automation',
    row: { on: 'one address', off: 'off' },
    hint: 'A page can also switch on a lamp: the home server calls an address, Home Assistant’s or ntfy’s for instance.',
    sends: 'It sends the word “page”, and nothing else. The home server sees the address itself.',
    address: 'Address',
    reading: 'Asking the home server…',
    saved: 'Kept: each page calls it from now on',
    remove: 'Remove it',
    removed: 'Removed',
    try: 'Try it now',
    trying: 'Calling it…',
    result: {
      sent: 'It answered with {status}: it works.',
      refused: 'It answered with {status}: it did not take it.',
      privateName: 'Its name leads into a home, where the server calls only what whoever runs it allows.',
      failed: 'Nobody answered within five seconds.',
    },
    /** At the field, why it cannot be. */
    error: {
      noAddress: 'That is no address: it begins with https://.',
      password: 'No name and no password in it: the home server would see them.',
      notHttps: 'It has to begin with https://, unless whoever runs the home server allows it.',
      refused: 'That is inside a home, where the server calls only what whoever runs it allows.',
      tooLong: 'That address is too long: 2,000 characters at most.',
    },
  },
  /** Why it was not done. Other reasons are those of the phones. */
  failure: {
    noPushKey: 'This home server is an older one and rings no phones. Ask whoever runs it for an update.',
    denied: 'The phone did not allow it.',
    pushRefused: 'The push service of this browser does not answer. Try again in a minute, with a network.',
    hostRefused: 'The home server does not know the push service of this browser. Ask whoever runs it.',
  },
} as const;
