/** The number of open incidents on the app's icon, where there is a badge: none on Android, only home-screen apps on iOS. */
export function showBadge(openIncidents: number): void {
  if (!('setAppBadge' in navigator)) return;
  const pending = openIncidents > 0 ? navigator.setAppBadge(openIncidents) : navigator.clearAppBadge();
  // Refused without the permission to notify: the badge is an extra.
  pending.catch(() => {});
}
