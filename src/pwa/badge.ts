/**
 * Shows the number of open incidents on the app's icon. Android has no badge, and iOS has one for
 * home-screen apps only; elsewhere this does nothing.
 */
export function showBadge(openIncidents: number): void {
  if (!('setAppBadge' in navigator)) return;
  const pending = openIncidents > 0 ? navigator.setAppBadge(openIncidents) : navigator.clearAppBadge();
  // The browser refuses a badge without the permission to notify. The app works without one.
  pending.catch(() => {});
}
